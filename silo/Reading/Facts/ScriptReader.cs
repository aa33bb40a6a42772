namespace Monitor.Silo.Reading.Facts;

/// <summary>The first scripts of a page, as text that is never run: a challenge page consists of little else.</summary>
internal sealed class ScriptReader : FactReader
{
    private const int MostScripts = 4;
    private const int MostLength = 4_000;
    private readonly List<string> _scripts = [];

    public bool Mention(string mark) => _scripts.Exists(script => script.Contains(mark, StringComparison.OrdinalIgnoreCase));

    public override void Open(PageTag tag)
    {
        if (tag.Name == "script" && tag.Has("src"))
        {
            Keep(tag["src"]);
        }
    }

    public override void Raw(string element, ReadOnlySpan<char> text)
    {
        if (element == "script")
        {
            Keep(text);
        }
    }

    private void Keep(ReadOnlySpan<char> script)
    {
        if (_scripts.Count < MostScripts)
        {
            _scripts.Add(script[..Math.Min(script.Length, MostLength)].ToString());
        }
    }
}
