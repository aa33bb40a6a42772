using AngleSharp.Html;
using AngleSharp.Html.Parser;
using AngleSharp.Html.Parser.Tokens.Struct;
using AngleSharp.Text;

namespace Monitor.Silo.Reading;

/// <summary>
/// Goes over a page once, in one pass over AngleSharp's tokens, and tells every reader what it passes. No tree is built:
/// a tree lets a small hostile page cost gigabytes and minutes (misnested formatting is cloned without end), while a pass
/// with a bounded stack costs time in proportion to the bytes. What is lost is the standard's repair of misnested tags,
/// which changes no fact that is read here.
/// </summary>
internal sealed class PageWalk
{
    private const int MostDepth = 256;
    private const int MostClimb = 16;
    private readonly OpenElement[] _open = new OpenElement[MostDepth];
    private readonly HtmlTokenizer _tokenizer;
    private readonly FactReader[] _readers;
    private int _depth;
    private int _tooDeep;
    private string? _rawIn;

    private PageWalk(HtmlTokenizer tokenizer, FactReader[] readers)
    {
        _readers = readers;
        _tokenizer = tokenizer;
    }

    private bool Hidden => _depth > 0 && _open[_depth - 1].Hidden;

    private bool Unseen => _depth > 0 && _open[_depth - 1].Unseen;

    private bool InsideDrawing => _depth > 0 && _open[_depth - 1].Drawing;

    public static void Over(string html, params FactReader[] readers)
    {
        using var source = new TextSource(new StringTextSource(html));
        using var tokenizer = new HtmlTokenizer(source, HtmlEntityProvider.ResolverExtended)
        {
            SkipComments = true,
            SkipProcessingInstructions = true,
            DisableElementPositionTracking = true,
            ShouldEmitAttribute = PageTag.Keeps,
        };
        new PageWalk(tokenizer, readers).Go();
    }

    private void Go()
    {
        while (Take(ref _tokenizer.GetStructToken()))
        {
        }

        CloseDownTo(0);
        foreach (var reader in _readers)
        {
            reader.End();
        }
    }

    private bool Take(ref StructHtmlToken token)
    {
        switch (token.Type)
        {
            case HtmlTokenType.StartTag:
                Start(ref token);
                break;
            case HtmlTokenType.EndTag:
                End(Elements.Name(token.Name.Memory.Span));
                break;
            case HtmlTokenType.Character:
                Text(token.Data.Memory.Span);
                break;
            case HtmlTokenType.EndOfFile:
                return false;
        }

        return true;
    }

    private void Start(ref StructHtmlToken token)
    {
        var name = Elements.Name(token.Name.Memory.Span);
        EndWhatWasLeftOpen(name);
        var tag = new PageTag(name, ref token, InsideDrawing);
        var drawing = InsideDrawing || name is "svg" or "math";
        var isEmpty = Elements.IsVoid(name) || (drawing && token.IsSelfClosing);
        Tell(tag);
        if (!drawing && Elements.ModeInside(name) is var mode and not HtmlParseMode.PCData)
        {
            _tokenizer.State = mode;
            _rawIn = name;
        }

        if (isEmpty || !TryPush(name, tag, drawing))
        {
            TellClose(name);
        }
    }

    private bool TryPush(string name, PageTag tag, bool drawing)
    {
        if (_depth == MostDepth)
        {
            _tooDeep++;
            return false;
        }

        _open[_depth] = new OpenElement(name, Hidden || tag.IsHidden, Unseen || Elements.IsUnseen(name), drawing);
        _depth++;
        return true;
    }

    private void End(string name)
    {
        _rawIn = null;
        _tokenizer.State = HtmlParseMode.PCData;
        if (_tooDeep > 0)
        {
            _tooDeep--;
            return;
        }

        for (var i = _depth - 1; i >= 0; i--)
        {
            if (_open[i].Name == name)
            {
                CloseDownTo(i);
                return;
            }

            if (Elements.IsScope(_open[i].Name) && !IsOfTable(name))
            {
                return;
            }
        }
    }

    private static bool IsOfTable(string name) =>
        name is "table" or "tr" or "td" or "th" or "tbody" or "thead" or "tfoot" or "body" or "html";

    private void EndWhatWasLeftOpen(string starting)
    {
        for (var i = _depth - 1; i >= Math.Max(0, _depth - MostClimb) && !Elements.Shelters(starting, _open[i].Name); i--)
        {
            if (Elements.EndsAt(starting, _open[i].Name))
            {
                CloseDownTo(i);
            }
        }
    }

    private void CloseDownTo(int depth)
    {
        while (_depth > depth)
        {
            _depth--;
            TellClose(_open[_depth].Name);
        }
    }

    private void Text(ReadOnlySpan<char> text)
    {
        if (Unseen || text.IsWhiteSpace())
        {
            return;
        }

        foreach (var reader in _readers)
        {
            if (_rawIn is null)
            {
                reader.Text(text, Hidden);
            }
            else
            {
                reader.Raw(_rawIn, text);
            }
        }
    }

    private void Tell(PageTag tag)
    {
        if (Unseen)
        {
            return;
        }

        foreach (var reader in _readers)
        {
            reader.Open(tag);
        }
    }

    private void TellClose(string name)
    {
        if (Unseen)
        {
            return;
        }

        foreach (var reader in _readers)
        {
            reader.Close(name);
        }
    }

    private readonly record struct OpenElement(string Name, bool Hidden, bool Unseen, bool Drawing);
}
