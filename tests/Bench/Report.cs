using System.Globalization;
using System.Text;

namespace Monitor.Bench;

/// <summary>One table of results, printed and kept as markdown under artifacts/bench.</summary>
internal sealed class Report(string name, params string[] columns)
{
    private readonly List<string[]> _rows = [];
    private readonly List<string> _notes = [];

    public void Row(params string[] cells) => _rows.Add(cells);

    public void Note(string sentence) => _notes.Add(sentence);

    /// <summary>Writes the table to the console and to a file named after it.</summary>
    public void Write()
    {
        var text = new StringBuilder();
        text.Append(CultureInfo.InvariantCulture, $"## {name}\n\n| {string.Join(" | ", columns)} |\n|{string.Concat(columns.Select(_ => "---|"))}\n");
        foreach (var row in _rows)
        {
            text.Append(CultureInfo.InvariantCulture, $"| {string.Join(" | ", row)} |\n");
        }

        foreach (var note in _notes)
        {
            text.Append(CultureInfo.InvariantCulture, $"\n{note}\n");
        }

        Console.WriteLine(text);
        Directory.CreateDirectory(Places.Results);
        File.WriteAllText(Path.Combine(Places.Results, $"{name}.md"), text.ToString());
    }

    /// <summary>A number with three digits that count.</summary>
    public static string Digits(double value) => value switch
    {
        0 => "0",
        >= 100 => value.ToString("N0", CultureInfo.InvariantCulture),
        >= 10 => value.ToString("N1", CultureInfo.InvariantCulture),
        _ => value.ToString("N2", CultureInfo.InvariantCulture),
    };
}
