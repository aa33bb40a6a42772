namespace Monitor.Rules.Sites;

/// <summary>A site in one word, for lists and colours.</summary>
public enum SiteCondition
{
    /// <summary>正常: it opened at its last look, and that look is fresh.</summary>
    Normal = 1,

    /// <summary>疑似: it failed once and is being looked at again.</summary>
    Suspect = 2,

    /// <summary>无法访问: it is down, or has opened only once since.</summary>
    Down = 3,

    /// <summary>被拦截: we are refused.</summary>
    Blocked = 4,

    /// <summary>未知: not seen, or not within its promise.</summary>
    Unknown = 5,

    /// <summary>维护中: planned maintenance.</summary>
    Maintenance = 6,

    /// <summary>已暂停: a person stopped the watch.</summary>
    Paused = 7,
}
