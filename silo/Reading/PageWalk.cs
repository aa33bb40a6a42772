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
    private readonly HtmlTokenizer _tokenizer;
    private readonly FactReader[] _readers;
    private readonly OpenElements _open;

    /// <summary>The element whose inside is not markup, such as script, while the walk is inside it.</summary>
    private string? _rawIn;

    private PageWalk(HtmlTokenizer tokenizer, FactReader[] readers)
    {
        _tokenizer = tokenizer;
        _readers = readers;
        _open = new OpenElements(TellClose);
    }

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

        _open.CloseAll();
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
                Enter(HtmlParseMode.PCData, null);
                _open.Close(Elements.Name(token.Name.Memory.Span));
                break;
            case HtmlTokenType.Character:
                TellText(token.Data.Memory.Span);
                break;
            case HtmlTokenType.EndOfFile:
                return false;
        }

        return true;
    }

    private void Start(ref StructHtmlToken token)
    {
        var name = Elements.Name(token.Name.Memory.Span);
        _open.CloseBefore(name);
        var tag = new PageTag(name, ref token, _open.IsDrawing);
        var isDrawing = _open.IsDrawing || Elements.IsDrawing(name);
        TellOpen(tag);
        if (!isDrawing && Elements.ModeInside(name) is var mode and not HtmlParseMode.PCData)
        {
            Enter(mode, name);
        }

        var isEmpty = Elements.IsVoid(name) || (isDrawing && token.IsSelfClosing);
        if (isEmpty || !_open.TryEnter(tag))
        {
            TellClose(name);
        }
    }

    private void Enter(HtmlParseMode mode, string? rawIn) => (_tokenizer.State, _rawIn) = (mode, rawIn);

    private void TellOpen(PageTag tag)
    {
        if (_open.IsUnseen)
        {
            return;
        }

        foreach (var reader in _readers)
        {
            reader.Open(tag);
        }
    }

    private void TellText(ReadOnlySpan<char> text)
    {
        if (_open.IsUnseen || text.IsWhiteSpace())
        {
            return;
        }

        foreach (var reader in _readers)
        {
            if (_rawIn is null)
            {
                reader.Text(text, _open.IsHidden);
            }
            else
            {
                reader.Raw(_rawIn, text);
            }
        }
    }

    private void TellClose(string name)
    {
        if (_open.IsUnseen)
        {
            return;
        }

        foreach (var reader in _readers)
        {
            reader.Close(name);
        }
    }
}
