using Monitor.Rules;
using Monitor.Silo.Reading.Facts;

namespace Monitor.Silo.Reading;

/// <summary>
/// Tells a page that stands in for the asked one: "does not exist" sent with status 200, a firewall's refusal, a challenge.
/// News about such pages is no such page, so a sign counts only where such pages put it: as the whole title, or as a
/// line of its own on a page that says little else.
/// </summary>
internal static class StandIn
{
    /// <summary>A refusal says little; a page with more text than this is a page.</summary>
    private const int MostTextOfRefusal = 600;

    /// <summary>A missing page often keeps the site's head and foot around it.</summary>
    private const int MostTextUnderTitle = 3_000;

    /// <summary>Lists of dated items are content; a "not found" page shows none, or a few recommended ones.</summary>
    private const int MostItems = 2;

    /// <summary>What is wrong with the page as an answer, or null when it is the site's own page.</summary>
    public static Failure? Of(string title, VisibleText text, ScriptReader scripts, int items)
    {
        if (text.Length == 0 && title.Length == 0 && !text.ShowsOther)
        {
            return new Failure(FailureClass.Empty, "No visible text and no script.");
        }

        if (items > MostItems || text.Length > MostTextUnderTitle)
        {
            return null;
        }

        return Said(FailureClass.Blocked, title, text, StandInSigns.Refusals)
            ?? Challenge(text, scripts)
            ?? Said(FailureClass.Soft404, title, text, StandInSigns.Missing);
    }

    private static Failure? Said(FailureClass why, string title, VisibleText text, StandInSigns signs)
    {
        if (signs.IsTitle(VisibleText.Normal(title)))
        {
            return new Failure(why, $"Title: {title}");
        }

        return text.Length <= MostTextOfRefusal && text.Lines.FirstOrDefault(signs.IsLine) is { } line
            ? new Failure(why, $"Text: {line}")
            : null;
    }

    private static Failure? Challenge(VisibleText text, ScriptReader scripts) =>
        text.Length <= 200 && Array.Find(StandInSigns.ChallengeScripts, scripts.Mention) is { } mark
            ? new Failure(FailureClass.Blocked, $"Script challenge: {mark}")
            : null;
}
