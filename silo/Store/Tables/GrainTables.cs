using Microsoft.EntityFrameworkCore;

namespace Monitor.Silo.Store.Tables;

/// <summary>What grains remember, and the mark that proves the store can be written.</summary>
internal static class GrainTables
{
    public static void Add(ModelBuilder model)
    {
        model.Table("grain_states", table =>
            table.Need<string>("type", "id", "payload").Need<long>("etag").HasKey("type", "id"));
        model.Table("reminders", table =>
            table.Need<string>("grain", "name").Need<long>("start_at", "period_ms").HasKey("grain", "name"));
        model.Table("store_marks", table => table.Need<string>("node").Need<long>("at").HasKey("node"));
    }
}
