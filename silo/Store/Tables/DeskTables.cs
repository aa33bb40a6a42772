using Microsoft.EntityFrameworkCore;

namespace Monitor.Silo.Store.Tables;

/// <summary>The ledger of the desks. An alarm's body is the one its last event holds, so nothing is written twice.</summary>
internal static class DeskTables
{
    public static void Add(ModelBuilder model)
    {
        model.Table("desk_heads", table =>
            table.Need<string>("region").Need<long>("epoch", "head_seq").HasKey("region"));
        model.Table("heard", table =>
            table.Need<string>("region", "target").Need<long>("no").HasKey("region", "target"));
        model.Table("desk_events", table =>
        {
            table.Need<string>("region", "alarm", "by_whom", "body").Need<long>("seq", "epoch", "at").Need<int>("kind")
                .May<string>("note", "command_key").HasKey("region", "seq");
            table.HasIndex("region", "alarm", "seq");
            table.HasIndex("region", "command_key").IsUnique().HasFilter("command_key IS NOT NULL");
        });
        model.Table("alarms", table =>
        {
            table.Need<string>("region", "id", "target").Need<int>("code", "priority", "state", "count", "version")
                .Need<bool>("standing").Need<long>("raised_at", "last_at", "first_seq", "last_seq")
                .May<string>("owner").May<long?>("resolved_at").HasKey("region", "id");
            table.HasIndex("region", "raised_at", "first_seq");
            table.HasIndex("region", "state", "raised_at", "first_seq");
            table.HasIndex("region", "target", "raised_at", "first_seq");
        });
    }
}
