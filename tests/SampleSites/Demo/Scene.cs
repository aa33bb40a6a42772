namespace Monitor.SampleSites.Demo;

/// <summary>How a sample site behaves for a while.</summary>
internal enum Scene
{
    /// <summary>Well, and fresh.</summary>
    Well,

    /// <summary>Its own gateway says the server behind it is gone.</summary>
    Down,

    /// <summary>Cuts every connection.</summary>
    Cut,

    /// <summary>Answers after 16 s.</summary>
    Slow,

    /// <summary>A firewall takes us for an attacker.</summary>
    Refused,

    /// <summary>Redirects in a circle.</summary>
    Circle,

    /// <summary>Shows a certificate that ended two days ago.</summary>
    Expired,

    /// <summary>Title and links replaced.</summary>
    Defaced,

    /// <summary>The words that must stand on the page are gone.</summary>
    Wordless,
}

/// <summary>From when to when in the loop, in seconds, a scene is played.</summary>
internal readonly record struct Act(int From, int Until, Scene Scene);
