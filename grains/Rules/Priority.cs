namespace Monitor.Rules;

/// <summary>How soon a person must look. The numbers are the codes people say: P1 to P4.</summary>
public enum Priority
{
    /// <summary>特急: a person within a minute of confirmation.</summary>
    P1 = 1,

    /// <summary>紧急: a person within five minutes.</summary>
    P2 = 2,

    /// <summary>一般: this shift.</summary>
    P3 = 3,

    /// <summary>提示: counted and shown, never sounds.</summary>
    P4 = 4,
}
