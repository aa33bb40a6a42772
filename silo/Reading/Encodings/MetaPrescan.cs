using System.Text;

namespace Monitor.Silo.Reading.Encodings;

/// <summary>
/// Finds the encoding a page declares in its own bytes, as "prescan a byte stream to determine its encoding" of the HTML
/// standard does: comments are skipped, the first meta that declares one wins, and a declared UTF-16 means UTF-8 because
/// the declaration itself was read as ASCII. The standard looks at 1,024 bytes; browsers re-read when a later meta
/// disagrees, so we look further at once: many portals put long comments first.
/// </summary>
internal ref struct MetaPrescan
{
    private const int MostBytes = 16 * 1024;
    private readonly ReadOnlySpan<char> _text;
    private int _at;

    private MetaPrescan(ReadOnlySpan<char> text) => _text = text;

    public static Charset? Of(ReadOnlySpan<byte> bytes)
    {
        var head = bytes[..Math.Min(bytes.Length, MostBytes)];
        Span<char> text = new char[head.Length];
        Encoding.Latin1.GetChars(head, text);
        return new MetaPrescan(text).Scan();
    }

    private Charset? Scan()
    {
        while (_text[_at..].IndexOf('<') is var next and >= 0)
        {
            _at += next;
            if (At("<!--"))
            {
                SkipPast("-->", _at + 2);
            }
            else if (At("<meta") && _at + 5 < _text.Length && (char.IsWhiteSpace(_text[_at + 5]) || _text[_at + 5] == '/'))
            {
                _at += 5;
                if (Meta() is { } charset)
                {
                    return charset == Charset.Utf16LittleEndian || charset == Charset.Utf16BigEndian ? Charset.Utf8 : charset;
                }
            }
            else
            {
                SkipTag();
            }
        }

        return null;
    }

    private readonly bool At(string start) => _text[_at..].StartsWith(start, StringComparison.OrdinalIgnoreCase);

    private void SkipPast(string end, int from)
    {
        var found = _text[Math.Min(from, _text.Length)..].IndexOf(end, StringComparison.Ordinal);
        _at = found < 0 ? _text.Length : from + found + end.Length;
    }

    private void SkipTag()
    {
        _at++;
        var isName = _at < _text.Length && (char.IsAsciiLetter(_text[_at]) || _text[_at] == '/');
        if (!isName)
        {
            var isBogus = _at < _text.Length && _text[_at] is '!' or '?';
            SkipPast(isBogus ? ">" : string.Empty, _at);
            return;
        }

        while (_at < _text.Length && !char.IsWhiteSpace(_text[_at]) && _text[_at] != '>')
        {
            _at++;
        }

        while (Attribute(out _, out _))
        {
        }
    }

    private Charset? Meta()
    {
        Charset? charset = null, content = null;
        var isContentType = false;
        while (Attribute(out var name, out var value))
        {
            if (name.Equals("charset", StringComparison.OrdinalIgnoreCase))
            {
                charset ??= Charset.Labelled(value);
            }
            else if (name.Equals("content", StringComparison.OrdinalIgnoreCase))
            {
                content ??= ContentType.Charset(value);
            }
            else if (name.Equals("http-equiv", StringComparison.OrdinalIgnoreCase))
            {
                isContentType |= value.Equals("content-type", StringComparison.OrdinalIgnoreCase);
            }
        }

        return charset ?? (isContentType ? content : null);
    }

    private bool Attribute(out ReadOnlySpan<char> name, out ReadOnlySpan<char> value)
    {
        name = value = default;
        SkipWhile(" \t\r\n\f/");
        if (_at >= _text.Length || _text[_at] == '>')
        {
            return false;
        }

        name = TakeUntil(" \t\r\n\f/>=", from: _at + 1);
        SkipWhile(" \t\r\n\f");
        if (_at < _text.Length && _text[_at] == '=')
        {
            _at++;
            SkipWhile(" \t\r\n\f");
            value = Value();
        }

        return true;
    }

    private ReadOnlySpan<char> Value()
    {
        if (_at >= _text.Length || _text[_at] is not ('"' or '\''))
        {
            return TakeUntil(" \t\r\n\f>", from: _at);
        }

        var quote = _text[_at++];
        var value = TakeUntil([quote], from: _at);
        _at = Math.Min(_at + 1, _text.Length);
        return value;
    }

    private ReadOnlySpan<char> TakeUntil(scoped ReadOnlySpan<char> ends, int from)
    {
        var start = _at;
        var length = from >= _text.Length ? -1 : _text[from..].IndexOfAny(ends);
        _at = length < 0 ? _text.Length : from + length;
        return _text[start.._at];
    }

    private void SkipWhile(scoped ReadOnlySpan<char> these)
    {
        var next = _text[_at..].IndexOfAnyExcept(these);
        _at = next < 0 ? _text.Length : _at + next;
    }
}
