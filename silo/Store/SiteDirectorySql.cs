using Monitor.Grains;
using Monitor.Rules.Sites;
using Monitor.Silo.Store.Engines;

namespace Monitor.Silo.Store;

/// <summary>The directory's statements: the condition a list shows follows from register, last look and clock, inside the database.</summary>
internal static class SiteDirectorySql
{
    // $1 is now in milliseconds. The order of the cases is that of the rule that names a single site's condition.
    private static readonly string Seen = $"""
        SELECT s.id, s.name, l.seen_at, l.total_ms, l.next_look, l.open_findings, CASE
            WHEN s.paused THEN '{SiteConditions.Name(SiteCondition.Paused)}'
            WHEN l.seen_at IS NULL OR l.seen_at < $1 - (2 * s.interval_ms + 30000) THEN '{SiteConditions.Name(SiteCondition.Unknown)}'
            WHEN EXISTS (SELECT 1 FROM maintenance m WHERE m.site = s.id AND m.from_at <= $1 AND $1 < m.until_at) THEN '{SiteConditions.Name(SiteCondition.Maintenance)}'
            ELSE lower(l.condition) END AS condition
        FROM sites s LEFT JOIN target_latest l ON l.target = s.id
        """;

    private static readonly string[] Searched = ["id", "name", "url", "organizer"];

    private static readonly string Worst = "CASE v.condition "
        + string.Concat(SiteConditions.WorstFirst.Select((c, i) => $"WHEN '{c}' THEN {i} ")) + $"ELSE {SiteConditions.WorstFirst.Count} END";

    public static Statement Counts(SiteQuery query, DateTimeOffset now)
    {
        var args = new List<object?> { Moment.Of(now) };
        return new($"SELECT v.condition, COUNT(*) FROM ({Seen}{Where(query with { Q = null }, args)}) v GROUP BY v.condition", [.. args]);
    }

    public static Statement Total(SiteQuery query, DateTimeOffset now)
    {
        var args = new List<object?> { Moment.Of(now) };
        return new($"SELECT COUNT(*) FROM ({Seen}{Where(query, args)}) v {OnlyIn(query.Condition, args)}", [.. args]);
    }

    public static Statement Page(SiteQuery query, DateTimeOffset now)
    {
        var args = new List<object?> { Moment.Of(now) };
        var where = Where(query, args);
        return new(
            $"""
            SELECT v.id, v.condition, v.seen_at, v.total_ms, v.next_look, v.open_findings FROM ({Seen}{where}) v
            {OnlyIn(query.Condition, args)}ORDER BY {Order(query.Sort)}
            LIMIT {Add(args, query.Size)} OFFSET {Add(args, (query.Page - 1) * query.Size)}
            """, [.. args]);
    }

    private static string Where(SiteQuery query, List<object?> args)
    {
        var region = $"\nWHERE s.region = {Add(args, query.Region)}";
        if (string.IsNullOrWhiteSpace(query.Q))
        {
            return region;
        }

        var like = Add(args, $"%{Escape(query.Q.Trim())}%");
        return $"{region} AND ({string.Join(" OR ", Searched.Select(c => $"lower(s.{c}) LIKE {like} ESCAPE '!'"))})";
    }

    private static string OnlyIn(string? condition, List<object?> args) =>
        condition is null ? "" : $"WHERE v.condition = {Add(args, condition)} ";

    // Longest unseen first; worst first.
    private static string Order(string sort) => sort switch
    {
        "seenAt" => "COALESCE(v.seen_at, 0), v.id",
        "condition" => $"{Worst}, v.name, v.id",
        _ => "v.name, v.id",
    };

    private static string Escape(string text) => text.ToLowerInvariant()
        .Replace("!", "!!", StringComparison.Ordinal).Replace("%", "!%", StringComparison.Ordinal).Replace("_", "!_", StringComparison.Ordinal);

    private static string Add(List<object?> args, object value)
    {
        args.Add(value);
        return $"${args.Count}";
    }
}
