namespace Monitor.Silo.Reading.Facts;

/// <summary>The page's title as a browser tab shows it: the first one, folded, at most 200 characters.</summary>
internal sealed class TitleReader : FactReader
{
    public const int MostLength = 200;

    public string Title { get; private set; } = "";

    public override void Raw(string element, ReadOnlySpan<char> text)
    {
        if (element == "title" && Title.Length == 0)
        {
            Title = Fold.Line(text, MostLength);
        }
    }
}
