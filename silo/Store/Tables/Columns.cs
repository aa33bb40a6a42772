using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace Monitor.Silo.Store.Tables;

/// <summary>Words to declare a table with. Its rows have no class: what reads and writes them is SQL that names these columns.</summary>
internal static class Columns
{
    public static void Table(this ModelBuilder model, string name, Action<EntityTypeBuilder<Dictionary<string, object>>> declare) =>
        model.SharedTypeEntity<Dictionary<string, object>>(name, table => declare(table.ToTable(name)));

    public static EntityTypeBuilder<Dictionary<string, object>> Need<T>(this EntityTypeBuilder<Dictionary<string, object>> table, params string[] names)
    {
        foreach (var name in names)
        {
            table.IndexerProperty<T>(name).IsRequired().ValueGeneratedNever();
        }

        return table;
    }

    public static EntityTypeBuilder<Dictionary<string, object>> May<T>(this EntityTypeBuilder<Dictionary<string, object>> table, params string[] names)
    {
        foreach (var name in names)
        {
            table.IndexerProperty<T>(name).IsRequired(false);
        }

        return table;
    }
}
