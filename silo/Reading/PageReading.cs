using System.Diagnostics.CodeAnalysis;
using Monitor.Rules;

namespace Monitor.Silo.Reading;

/// <summary>What became of a body: the facts of a page, or why it is no page of the site. Exactly one of the two is there.</summary>
internal sealed record PageReading(PageFacts? Facts, Failure? Failure)
{
    [MemberNotNullWhen(true, nameof(Facts))]
    [MemberNotNullWhen(false, nameof(Failure))]
    public bool IsPage => Facts is not null;

    public static PageReading Of(PageFacts facts) => new(facts, null);

    public static PageReading Fails(FailureClass why, string detail) =>
        new(null, new Failure(why, Fold.Cut(detail, 200)));
}
