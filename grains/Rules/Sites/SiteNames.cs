using System.Collections.Immutable;

namespace Monitor.Rules.Sites;

/// <summary>Whether a title names a site, as a person would see it.</summary>
internal static class SiteNames
{
    private const int ShortestPart = 4;

    private static readonly ImmutableArray<string> Greetings = ["欢迎访问", "欢迎光临", "欢迎来到", "您好欢迎访问"];

    private static readonly ImmutableArray<string> Tails = ["门户网站", "政府网站", "官方网站", "官网", "网站", "首页", "主页", "政府网", "门户", "欢迎您", "欢迎访问"];

    private static readonly ImmutableArray<string> Generic = ["人民政府", "门户网站", "政府网站", "政府信息公开"];

    /// <summary>
    /// True when the title holds the registered name, or says a part of it that is not a general word. Width, case, spaces, punctuation,
    /// greetings and endings such as 门户网站 or 首页 do not matter.
    /// </summary>
    public static bool Fits(string title, string registered)
    {
        var (said, meant) = (Core(title), Core(registered));
        return said.Contains(meant, StringComparison.Ordinal)
            || (said.Length >= ShortestPart && !Generic.Contains(said) && meant.Contains(said, StringComparison.Ordinal));
    }

    private static string Core(string text)
    {
        var letters = string.Concat(PlainText.Fold(text).Where(char.IsLetterOrDigit));
        var core = Trimmed(letters);
        return core.Length > 1 ? core : letters;
    }

    private static string Trimmed(string letters)
    {
        if (Greetings.FirstOrDefault(g => letters.StartsWith(g, StringComparison.Ordinal)) is { } greeting)
        {
            return Trimmed(letters[greeting.Length..]);
        }

        return Tails.FirstOrDefault(t => letters.EndsWith(t, StringComparison.Ordinal)) is { } tail ? Trimmed(letters[..^tail.Length]) : letters;
    }
}
