using Microsoft.EntityFrameworkCore;

namespace Monitor.Silo.Store.Tables;

/// <summary>The register (台账) and planned maintenance.</summary>
internal static class RegisterTables
{
    public static void Add(ModelBuilder model)
    {
        model.Table("sites", table =>
        {
            table.Need<string>("id", "region", "name", "url", "organizer", "supervisor", "keywords")
                .Need<int>("level", "version").Need<bool>("is_portal", "paused").Need<long>("interval_ms").HasKey("id");
            table.HasIndex("region", "name");
        });
        model.Table("maintenance", table =>
        {
            table.Need<string>("site", "reason", "by_whom").Need<int>("place").Need<long>("from_at", "until_at").HasKey("site", "place");
            table.HasIndex("until_at", "site");
        });
    }
}
