using System.Data.Common;
using Monitor.Silo.Store.Engines;
using Monitor.Web.Audit;

namespace Monitor.Silo.Store;

/// <inheritdoc />
internal sealed class AuditTrail(Database database) : IAuditTrail
{
    private const int LongestDetail = 1_000;

    public Task Append(AuditEntry entry, CancellationToken cancel) => database.Write(async writing =>
    {
        var ids = await writing.Read(
            new(
                "INSERT INTO audit (at, by_whom, action, subject, outcome, detail) VALUES ($1, $2, $3, $4, $5, $6) RETURNING id",
                Moment.Of(entry.At), entry.By, entry.Action, entry.Subject, entry.Outcome, Short(entry.Detail)),
            row => row.GetInt64(0), cancel);
        entry.Id = ids[0];
    }, cancel);

    public async Task<(IReadOnlyList<AuditEntry> Items, int Total)> Page(int skip, int take, CancellationToken cancel)
    {
        var total = await database.Read(new("SELECT COUNT(*) FROM audit"), row => (int)row.GetInt64(0), cancel);
        var items = await database.Read(
            new("SELECT id, at, by_whom, action, subject, outcome, detail FROM audit ORDER BY id DESC LIMIT $1 OFFSET $2", take, skip), Entry, cancel);
        return (items, total[0]);
    }

    private static string Short(string text) => text.Length <= LongestDetail ? text : text[..(LongestDetail - 1)] + "…";

    private static AuditEntry Entry(DbDataReader row) => new()
    {
        Id = row.GetInt64(0),
        At = row.At(1),
        By = row.GetString(2),
        Action = row.GetString(3),
        Subject = row.GetString(4),
        Outcome = row.GetString(5),
        Detail = row.GetString(6),
    };
}
