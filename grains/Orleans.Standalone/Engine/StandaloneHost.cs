using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Logging;

namespace Orleans.Standalone;

/// <summary>Starts and stops the engine with the host.</summary>
internal sealed class StandaloneHost(Activations activations, Reminders reminders, ILogger<StandaloneHost> log) : IHostedService, IDisposable
{
    private readonly CancellationTokenSource stopping = new();
    private Task collecting = Task.CompletedTask;

    public async Task StartAsync(CancellationToken cancellationToken)
    {
        await reminders.StartAsync(cancellationToken);
        collecting = CollectAsync();
    }

    /// <summary>Stops reminders and timers, lets running turns finish and ends every activation.</summary>
    public async Task StopAsync(CancellationToken cancellationToken)
    {
        reminders.Stop();
        await stopping.CancelAsync();
        await collecting;
        try
        {
            await activations.DrainAsync(cancellationToken);
        }
        catch (OperationCanceledException) when (cancellationToken.IsCancellationRequested)
        {
            log.CutOff(activations.Count);
        }
    }

    public void Dispose() => stopping.Dispose();

    private async Task CollectAsync()
    {
        using var timer = new PeriodicTimer(activations.Options.CollectionQuantum, activations.Clock);
        try
        {
            while (await timer.WaitForNextTickAsync(stopping.Token))
            {
                activations.DeactivateIdle();
            }
        }
        catch (OperationCanceledException)
        {
            // The host stops, and the loop with it.
        }
    }
}
