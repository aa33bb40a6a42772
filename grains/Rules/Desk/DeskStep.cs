namespace Monitor.Rules.Desk;

/// <summary>One step of an alarm, decided and not yet saved.</summary>
/// <param name="Next">The alarm after it; its version is one higher.</param>
/// <param name="Kind">What happened. How the alarm stands after it is told by its state: an acknowledgement can settle, a recovery can too.</param>
/// <param name="Note">What was said with it; null for nothing.</param>
public sealed record DeskStep(Alarm Next, AlarmEventKind Kind, string? Note = null);

/// <summary>Why a command was not carried out.</summary>
public enum DeskRefusal
{
    /// <summary>The alarm is resolved; there is nothing left to do but to note.</summary>
    AlreadyResolved = 1,

    /// <summary>Somebody else has it; it is not taken from under them.</summary>
    HeldByAnother = 2,

    /// <summary>Resolving and noting need words.</summary>
    NoteMissing = 3,

    /// <summary>The note is longer than 1,000 characters.</summary>
    NoteTooLong = 4,

    /// <summary>The command did not say which version of the alarm the person saw.</summary>
    VersionMissing = 5,
}

/// <summary>The answer to a person's command.</summary>
public abstract record DeskAnswer
{
    private DeskAnswer()
    {
    }

    /// <summary>It may be carried out.</summary>
    public sealed record Done(DeskStep Step) : DeskAnswer;

    /// <summary>The alarm changed since the person saw it; they must look again.</summary>
    public sealed record Conflict(Alarm Now, Text Sentence) : DeskAnswer;

    /// <summary>It is not allowed.</summary>
    public sealed record Refused(DeskRefusal Why, Text Sentence) : DeskAnswer;
}

/// <summary>Whose finding it is, as the desk names it.</summary>
/// <param name="Id">The site's 网站标识码, or <c>collector:name</c>.</param>
/// <param name="Name">网站名称.</param>
/// <param name="Unit">主办单位.</param>
public sealed record DeskTarget(string Id, string Name, string Unit);
