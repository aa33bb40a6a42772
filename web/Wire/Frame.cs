using System.Text.Json;
using System.Text.Json.Serialization;

namespace Monitor.Web.Wire;

/// <summary>A value already written as JSON: what goes to two hundred screens is written once.</summary>
[JsonConverter(typeof(Writer))]
internal sealed class Frame
{
    private readonly byte[] utf8;

    private Frame(byte[] utf8) => this.utf8 = utf8;

    public static Frame Of<T>(T value) => new(JsonSerializer.SerializeToUtf8Bytes(value, WireJson.Options));

    private sealed class Writer : JsonConverter<Frame>
    {
        public override Frame Read(ref Utf8JsonReader reader, Type typeToConvert, JsonSerializerOptions options) =>
            throw new NotSupportedException("Frames are only ever sent.");

        public override void Write(Utf8JsonWriter writer, Frame value, JsonSerializerOptions options) =>
            writer.WriteRawValue(value.utf8, skipInputValidation: true);
    }
}
