using System.Collections.Immutable;
using System.Text;
using System.Text.Json;

namespace Monitor.Rules.Registry;

/// <summary>One object of a JSON array, with its values as text.</summary>
/// <param name="Line">The line it begins on, from 1.</param>
/// <param name="Fields">Name and value, in their order; null when the element is no object.</param>
internal sealed record JsonRow(int Line, ImmutableArray<KeyValuePair<string, string>>? Fields);

/// <summary>Reads a JSON array of objects into rows, keeping the lines they begin on.</summary>
internal static class JsonText
{
    private static readonly JsonDocumentOptions Lenient = new()
    {
        AllowTrailingCommas = true, CommentHandling = JsonCommentHandling.Skip, MaxDepth = 16,
    };

    /// <summary>True when the text is meant as JSON rather than as a table.</summary>
    public static bool Looks(string text) => text.AsSpan().TrimStart() is ['[' or '{', ..];

    /// <exception cref="JsonException">The text is no JSON array; its line number is from 0.</exception>
    /// <exception cref="InvalidOperationException">A string in it escapes half a character.</exception>
    public static ImmutableArray<JsonRow> Rows(string text)
    {
        var json = Encoding.UTF8.GetBytes(text);
        using var document = JsonDocument.Parse(json, Lenient);
        if (document.RootElement.ValueKind != JsonValueKind.Array)
        {
            throw new JsonException("An array is wanted.", null, 0, 0);
        }

        var lines = Lines(json);
        return [.. document.RootElement.EnumerateArray().Zip(lines, (element, line) => new JsonRow(line, Fields(element)))];
    }

    private static ImmutableArray<KeyValuePair<string, string>>? Fields(JsonElement element) =>
        element.ValueKind == JsonValueKind.Object
            ? [.. element.EnumerateObject().Select(p => KeyValuePair.Create(p.Name, Words(p.Value)))]
            : null;

    private static string Words(JsonElement value) => value.ValueKind switch
    {
        JsonValueKind.String => value.GetString() ?? "",
        JsonValueKind.Null => "",
        JsonValueKind.Array => string.Join('\n', value.EnumerateArray().Select(Words)),
        _ => value.GetRawText(),
    };

    /// <summary>The line on which each element of the array begins.</summary>
    private static List<int> Lines(ReadOnlySpan<byte> json)
    {
        var lines = new List<int>();
        var reader = new Utf8JsonReader(json, new JsonReaderOptions
        {
            AllowTrailingCommas = true, CommentHandling = JsonCommentHandling.Skip, MaxDepth = 16,
        });
        var (line, counted) = (1, 0);
        while (reader.Read())
        {
            if (reader.CurrentDepth == 1 && reader.TokenType is not (JsonTokenType.EndObject or JsonTokenType.EndArray))
            {
                line += json[counted..(int)reader.TokenStartIndex].Count((byte)'\n');
                counted = (int)reader.TokenStartIndex;
                lines.Add(line);
                reader.TrySkip();
            }
        }

        return lines;
    }
}
