namespace Monitor.Silo.Reading;

/// <summary>
/// The elements open at one place of a page, outermost first. It closes what the standard closes when an end tag is left
/// out, and holds at most 256: deeper elements are passed but not entered.
/// </summary>
internal sealed class OpenElements(Action<string> closed)
{
    private const int Most = 256;

    /// <summary>An end tag is left out near where it would stand; looking further would cost a hostile page nothing and us much.</summary>
    private const int MostClimb = 16;

    private readonly OpenElement[] _open = new OpenElement[Most];
    private int _count;
    private int _tooDeep;
    private int _paragraphs;

    /// <summary>Inside an element that is hidden at first sight.</summary>
    public bool IsHidden => _count > 0 && _open[_count - 1].IsHidden;

    /// <summary>Inside an element that browsers never show.</summary>
    public bool IsUnseen => _count > 0 && _open[_count - 1].IsUnseen;

    /// <summary>Inside svg or math.</summary>
    public bool IsDrawing => _count > 0 && _open[_count - 1].IsDrawing;

    /// <summary>Enters an element; false when it lies too deep, and nothing inside it counts as inside it.</summary>
    public bool TryEnter(PageTag tag)
    {
        if (_count == Most)
        {
            _tooDeep++;
            return false;
        }

        _open[_count] = new OpenElement(
            tag.Name,
            IsHidden || tag.IsHidden,
            IsUnseen || Elements.IsUnseen(tag.Name),
            IsDrawing || Elements.IsDrawing(tag.Name));
        _count++;
        _paragraphs += tag.Name == "p" ? 1 : 0;
        return true;
    }

    /// <summary>Closes what the start of another element closes, such as an item by the next item.</summary>
    public void CloseBefore(string starting)
    {
        // Most elements end nothing, and blocks end only a paragraph: the climb is worth its time seldom.
        if (!Elements.EndsItsLike(starting) && (_paragraphs == 0 || !Elements.IsBlock(starting)))
        {
            return;
        }

        for (var i = _count - 1; i >= Math.Max(0, _count - MostClimb) && !Elements.Shelters(starting, _open[i].Name); i--)
        {
            if (Elements.EndsAt(starting, _open[i].Name))
            {
                CloseDownTo(i);
            }
        }
    }

    /// <summary>Closes the innermost element of a name with all inside it; a stray end tag closes nothing.</summary>
    public void Close(string name)
    {
        if (_tooDeep > 0)
        {
            _tooDeep--;
            return;
        }

        for (var i = _count - 1; i >= 0; i--)
        {
            if (_open[i].Name == name)
            {
                CloseDownTo(i);
                return;
            }

            if (Elements.IsScope(_open[i].Name) && !Elements.CrossesScope(name))
            {
                return;
            }
        }
    }

    public void CloseAll() => CloseDownTo(0);

    private void CloseDownTo(int count)
    {
        while (_count > count)
        {
            _count--;
            _paragraphs -= _open[_count].Name == "p" ? 1 : 0;
            closed(_open[_count].Name);
        }
    }

    private readonly record struct OpenElement(string Name, bool IsHidden, bool IsUnseen, bool IsDrawing);
}
