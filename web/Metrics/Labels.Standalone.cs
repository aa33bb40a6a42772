using System.Text;

namespace Monitor.Web.Metrics;

/// <summary>Labels as Prometheus writes them, sorted, so that the same labels are always the same text.</summary>
internal static class Labels
{
    /// <returns><c>a="1",b="2"</c>, or nothing.</returns>
    public static string Of(ReadOnlySpan<KeyValuePair<string, object?>> tags)
    {
        switch (tags.Length)
        {
            case 0:
                return "";
            case 1:
                return One(tags[0]);
            default:
                var sorted = tags.ToArray();
                Array.Sort(sorted, static (a, b) => string.CompareOrdinal(a.Key, b.Key));
                return string.Join(',', sorted.Select(One));
        }
    }

    public static string With(string labels, string name, string value) =>
        labels.Length == 0 ? $"{name}=\"{value}\"" : $"{labels},{name}=\"{value}\"";

    private static string One(KeyValuePair<string, object?> tag) => $"{MetricShape.Clean(tag.Key)}=\"{Escaped(Text(tag.Value))}\"";

    private static string Text(object? value) => value switch
    {
        null => "",
        bool yes => yes ? "true" : "false",
        IFormattable number => number.ToString(null, System.Globalization.CultureInfo.InvariantCulture),
        _ => value.ToString() ?? "",
    };

    private static string Escaped(string text) => text.AsSpan().IndexOfAny('\\', '"', '\n') < 0
        ? text
        : new StringBuilder(text).Replace("\\", "\\\\").Replace("\"", "\\\"").Replace("\n", "\\n").ToString();
}
