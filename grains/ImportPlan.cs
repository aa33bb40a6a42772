using System.Collections.Immutable;
using Monitor.Rules.Sites;

namespace Monitor.Grains;

/// <summary>What an import would change. What a sheet does not carry (paused, maintenance) stays as it is.</summary>
internal sealed record ImportPlan(ImmutableArray<SiteProfile> Put, ImportOutcome Outcome)
{
    public static ImportPlan For(IReadOnlyDictionary<string, SiteProfile> known, ImmutableArray<SiteProfile> sheet)
    {
        var added = ImmutableArray.CreateBuilder<SiteProfile>();
        var changed = ImmutableArray.CreateBuilder<SiteProfile>();
        var unchanged = ImmutableArray.CreateBuilder<string>();
        foreach (var row in sheet)
        {
            if (!known.TryGetValue(row.Id, out var old))
            {
                added.Add(row with { Version = 1 });
                continue;
            }

            var next = row with { Paused = old.Paused, Maintenance = old.Maintenance, Version = old.Version + 1 };
            if (next.SaysTheSame(old))
            {
                unchanged.Add(row.Id);
            }
            else
            {
                changed.Add(next);
            }
        }

        return new ImportPlan(
            [.. added, .. changed],
            new ImportOutcome([.. added.Select(s => s.Id)], [.. changed.Select(s => s.Id)], unchanged.ToImmutable()));
    }
}
