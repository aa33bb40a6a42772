using System.Data.Common;
using Microsoft.EntityFrameworkCore;
using Monitor.Silo.Store.Engines;

namespace Monitor.Silo.Store;

/// <summary>Tells within seconds whether the store can be used, before anything is started.</summary>
internal static class StoreCheck
{
    /// <summary>Tries the store that the settings name and lets go of it again. Empty when it can be used; settings that are faulty are not tried.</summary>
    public static async Task<IReadOnlyList<string>> FindFaults(StoreOptions options, CancellationToken cancel)
    {
        if (options.Faults().Any())
        {
            return [];
        }

        await using var database = Database.Of(options);
        return await FindFault(database, cancel) is { } fault ? [fault] : [];
    }

    /// <summary>Claims the database. Null when that went well and its tables are not newer than this program; else one sentence.</summary>
    public static async Task<string?> FindFault(Database database, CancellationToken cancel)
    {
        try
        {
            return await database.Claim(cancel) ?? await Newer(database, cancel);
        }
        catch (Exception e) when (e is DbException or TimeoutException)
        {
            return database.Explain(e) ?? e.Message;
        }
    }

    private static async Task<string?> Newer(Database database, CancellationToken cancel)
    {
        await using var context = database.NewContext();
        var known = context.Database.GetMigrations().ToList();
        var unknown = (await context.Database.GetAppliedMigrationsAsync(cancel)).Except(known, StringComparer.Ordinal).LastOrDefault();
        return unknown is null
            ? null
            : $"Store: the database was made by a newer Monitor (it has {unknown}, this program knows up to {known[^1]}); start that version, or restore an older database.";
    }
}
