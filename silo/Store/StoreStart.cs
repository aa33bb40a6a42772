using Microsoft.EntityFrameworkCore;
using Monitor.Silo.Store.Engines;

namespace Monitor.Silo.Store;

/// <summary>Opens the store before any other part of the program starts: claims the place and brings the tables up to date.</summary>
internal sealed class StoreStart(Database database) : IHostedLifecycleService
{
    /// <exception cref="InvalidOperationException">The store cannot be used; the message says why in one sentence.</exception>
    public async Task StartingAsync(CancellationToken cancellationToken)
    {
        if (await StoreCheck.FindFault(database, cancellationToken) is { } fault)
        {
            throw new InvalidOperationException(fault);
        }

        await using var context = database.NewContext();
        if ((await context.Database.GetPendingMigrationsAsync(cancellationToken)).Any())
        {
            await database.MakeReady(context, cancellationToken);
            await context.Database.MigrateAsync(cancellationToken);
        }

        await GrainStore.Prepare(database, cancellationToken);
    }

    public Task StartAsync(CancellationToken cancellationToken) => Task.CompletedTask;

    public Task StartedAsync(CancellationToken cancellationToken) => Task.CompletedTask;

    public Task StoppingAsync(CancellationToken cancellationToken) => Task.CompletedTask;

    public Task StopAsync(CancellationToken cancellationToken) => Task.CompletedTask;

    public Task StoppedAsync(CancellationToken cancellationToken) => Task.CompletedTask;
}
