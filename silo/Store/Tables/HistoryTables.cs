using Microsoft.EntityFrameworkCore;

namespace Monitor.Silo.Store.Tables;

/// <summary>What was measured: one packed row per target and hour, and one row per target for its last look.</summary>
internal static class HistoryTables
{
    public static void Add(ModelBuilder model)
    {
        model.Table("history_hours", table =>
        {
            table.Need<string>("target").Need<int>("hour").Need<byte[]>("packed").HasKey("target", "hour");
            table.HasIndex("hour");
        });
        model.Table("target_latest", table =>
            table.Need<string>("target", "condition").Need<long>("seen_at", "next_look").Need<int>("total_ms", "open_findings").HasKey("target"));
    }
}
