using System.Collections.Concurrent;
using Monitor.Web.Audit;

namespace Monitor.Web.Tests.World;

/// <summary>An audit trail in memory.</summary>
internal sealed class FakeAudit : IAuditTrail
{
    private readonly ConcurrentQueue<AuditEntry> rows = new();

    public IReadOnlyList<AuditEntry> Rows => [.. rows];

    public bool Broken { get; set; }

    public Task Append(AuditEntry entry, CancellationToken cancel)
    {
        if (Broken)
        {
            throw new InvalidOperationException("The disk is full.");
        }

        rows.Enqueue(entry);
        return Task.CompletedTask;
    }

    public Task<(IReadOnlyList<AuditEntry> Items, int Total)> Page(int skip, int take, CancellationToken cancel) =>
        Task.FromResult<(IReadOnlyList<AuditEntry>, int)>(([.. rows.Reverse().Skip(skip).Take(take)], rows.Count));
}
