using System.Collections.Immutable;
using System.Text;

namespace Monitor.Rules.Registry;

/// <summary>One row of a delimited text.</summary>
/// <param name="Line">The line it begins on, from 1.</param>
/// <param name="Cells">Its cells; for a broken row the text of that one line.</param>
/// <param name="IsBroken">True when its quotes do not match.</param>
internal sealed record TextRow(int Line, ImmutableArray<string> Cells, bool IsBroken)
{
    public bool IsBlank => Cells.All(string.IsNullOrWhiteSpace);
}

/// <summary>
/// Reads RFC 4180 text: quoted cells, doubled quotes, line breaks inside quotes, any line ending. It is total: a row whose quotes do not match
/// costs that one line, and reading goes on with the next, so one bad row does not swallow the rest of the file.
/// </summary>
internal sealed class DelimitedText
{
    private static readonly ImmutableArray<char> Separators = [',', '\t', ';', '，', '；'];

    private readonly string _text;
    private readonly char _separator;
    private int _at;
    private int _line = 1;

    private DelimitedText(string text)
    {
        _text = text;
        _separator = SeparatorOf(text);
    }

    /// <summary>The rows that are not blank.</summary>
    public static IEnumerable<TextRow> Rows(string text)
    {
        var reader = new DelimitedText(text);
        while (reader.Next() is { } row)
        {
            if (!row.IsBlank)
            {
                yield return row;
            }
        }
    }

    /// <summary>The separator that stands most often in the first line that says something, outside quotes.</summary>
    private static char SeparatorOf(string text)
    {
        var header = text.AsSpan().TrimStart();
        var end = header.IndexOfAny('\r', '\n');
        var line = (end < 0 ? header : header[..end]).ToString().Split('"').Where((_, n) => n % 2 == 0);
        var plain = string.Concat(line);
        return Separators.MaxBy(s => plain.Count(c => c == s));
    }

    private TextRow? Next()
    {
        if (_at >= _text.Length)
        {
            return null;
        }

        var (start, line) = (_at, _line);
        var cells = ImmutableArray.CreateBuilder<string>();
        do
        {
            if (Cell() is not { } cell)
            {
                return Broken(start, line);
            }

            cells.Add(cell);
        }
        while (Skip(_separator));

        SkipLineEnd();
        return new(line, cells.ToImmutable(), false);
    }

    private TextRow Broken(int start, int line)
    {
        (_at, _line) = (start, line);
        var text = Plain(untilSeparator: false);
        SkipLineEnd();
        return new(line, [text], true);
    }

    /// <summary>One cell; null when its quotes do not match.</summary>
    private string? Cell()
    {
        var start = _at;
        while (_at < _text.Length && _text[_at] == ' ')
        {
            _at++;
        }

        if (Skip('"'))
        {
            return Quoted();
        }

        _at = start;
        return Plain(untilSeparator: true);
    }

    private string Plain(bool untilSeparator)
    {
        var start = _at;
        while (_at < _text.Length && _text[_at] is not ('\r' or '\n') && !(untilSeparator && _text[_at] == _separator))
        {
            _at++;
        }

        return _text[start.._at];
    }

    private string? Quoted()
    {
        var cell = new StringBuilder();
        while (_at < _text.Length)
        {
            var c = _text[_at];
            if (c == '"' && !(_at + 1 < _text.Length && _text[_at + 1] == '"'))
            {
                _at++;
                return EndsHere() ? cell.ToString() : null;
            }

            _line += IsLineEnd(_at) ? 1 : 0;
            _at += c == '"' ? 2 : 1;
            cell.Append(c);
        }

        return null;
    }

    private bool EndsHere()
    {
        while (_at < _text.Length && _text[_at] == ' ')
        {
            _at++;
        }

        return _at == _text.Length || _text[_at] == _separator || _text[_at] is '\r' or '\n';
    }

    private bool Skip(char c)
    {
        var found = _at < _text.Length && _text[_at] == c;
        _at += found ? 1 : 0;
        return found;
    }

    private void SkipLineEnd()
    {
        var cr = Skip('\r');
        _line += Skip('\n') || cr ? 1 : 0;
    }

    /// <summary>True at the last character of a line break, so that CR LF counts once.</summary>
    private bool IsLineEnd(int at) => _text[at] == '\n' || (_text[at] == '\r' && !(at + 1 < _text.Length && _text[at + 1] == '\n'));
}
