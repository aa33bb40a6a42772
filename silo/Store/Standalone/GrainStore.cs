using Monitor.Silo.Store.Engines;
using Orleans.Standalone;
using Orleans.Storage;

namespace Monitor.Silo.Store;

/// <summary>Where grains of the one-process edition keep what they remember: two tables of the same database.</summary>
internal static class GrainStore
{
    /// <summary>What grains call it.</summary>
    private const string Name = "monitor";

    public static void Add(IServiceCollection services)
    {
        services.AddSingleton<StateWriter>();
        services.AddKeyedSingleton<IGrainStorage, GrainStates>(Name);
        services.AddSingleton<IReminderStore, ReminderRows>();
    }

    /// <summary>Nothing to do: the migrations made both tables.</summary>
    public static Task Prepare(Database database, CancellationToken cancel) => Task.CompletedTask;
}
