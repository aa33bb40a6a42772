namespace Monitor.Web.Audit;

/// <summary>The audit trail: rows are only ever appended.</summary>
public interface IAuditTrail
{
    /// <summary>Saves one row; when it returns the row is on disk.</summary>
    Task Append(AuditEntry entry, CancellationToken cancel);

    /// <summary>Rows, newest first, and how many there are.</summary>
    Task<(IReadOnlyList<AuditEntry> Items, int Total)> Page(int skip, int take, CancellationToken cancel);
}
