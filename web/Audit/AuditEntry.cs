namespace Monitor.Web.Audit;

/// <summary>One act of a person, carried out or refused. Never holds a secret.</summary>
public sealed class AuditEntry
{
    /// <summary>Given by the store; grows.</summary>
    public long Id { get; set; }

    /// <summary>When the act ended.</summary>
    public DateTimeOffset At { get; set; }

    /// <summary>Who: the user name, or the name somebody tried to sign in with.</summary>
    public string By { get; set; } = "";

    /// <summary>What, as a stable name such as <c>alarm.acknowledge</c>.</summary>
    public string Action { get; set; } = "";

    /// <summary>To what: an alarm, site or user; empty when the act has no one subject.</summary>
    public string Subject { get; set; } = "";

    /// <summary>How it ended: <c>done</c>, <c>refused</c> or <c>failed</c>, with the HTTP status, e.g. <c>refused 409</c>.</summary>
    public string Outcome { get; set; } = "";

    /// <summary>What else matters, e.g. the note given; at most 1,000 characters.</summary>
    public string Detail { get; set; } = "";
}
