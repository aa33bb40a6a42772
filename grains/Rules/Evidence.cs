namespace Monitor.Rules;

/// <summary>Lines of evidence. What a target sent is made inert and short here, once, before it can reach a screen.</summary>
public static class Evidence
{
    /// <summary>Longest value of a line, in characters.</summary>
    public const int Longest = 300;

    /// <summary>One line of evidence; control and direction-changing characters become spaces, and what is too long is cut.</summary>
    public static Fact Line(string zh, string en, string value) => new(new(zh, en), Inert(value, Longest));

    /// <summary>Text from outside as it may be shown: without characters that move, hide or reorder what stands beside them.</summary>
    public static string Inert(string value, int longest)
    {
        var shown = value.Length <= longest ? value : string.Concat(value.AsSpan(0, Whole(value, longest - 1)), "…");
        return shown.Any(IsUnseen) ? string.Concat(shown.Select(c => IsUnseen(c) ? ' ' : c)) : shown;
    }

    /// <summary>True for characters nobody sees but which change what is seen: controls, zero width, marks of direction.</summary>
    public static bool IsUnseen(char c) =>
        char.IsControl(c) || c is '\u00AD' or '\u061C' or '\u180E' or (>= '\u200B' and <= '\u200F')
            or (>= '\u2028' and <= '\u202E') or (>= '\u2060' and <= '\u206F') or '\uFEFF';

    private static int Whole(string value, int length) => char.IsHighSurrogate(value[length - 1]) ? length - 1 : length;
}
