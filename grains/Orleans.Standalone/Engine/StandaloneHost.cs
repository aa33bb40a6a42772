using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Logging;

namespace Orleans.Standalone;

/// <summary>Starts and stops the engine with the host.</summary>
internal sealed class StandaloneHost(Activations activations, References references, Reminders reminders, ILogger<StandaloneHost> log)
    : IHostedService, IDisposable
{
    /// <summary>How late a <see cref="TimeoutException"/> may be.</summary>
    private static readonly TimeSpan LateCheck = TimeSpan.FromSeconds(1);

    private readonly CancellationTokenSource _stopping = new();
    private Task _loops = Task.CompletedTask;

    public async Task StartAsync(CancellationToken cancellationToken)
    {
        await reminders.StartAsync(cancellationToken);
        _loops = Task.WhenAll(
            EveryAsync(activations.Options.CollectionQuantum, activations.Clock, activations.DeactivateIdle),
            EveryAsync(LateCheck, TimeProvider.System, FailLate));
    }

    /// <summary>Stops reminders and timers, lets running turns finish and ends every activation.</summary>
    public async Task StopAsync(CancellationToken cancellationToken)
    {
        reminders.Stop();
        try
        {
            await activations.DrainAsync(cancellationToken);
        }
        catch (OperationCanceledException) when (cancellationToken.IsCancellationRequested)
        {
            log.CutOff(activations.Count);
        }

        await _stopping.CancelAsync();
        await _loops;
    }

    /// <summary>Cancels and does not dispose: a host may be asked to stop after its services were disposed.</summary>
    public void Dispose() => _stopping.Cancel();

    private void FailLate()
    {
        var now = Environment.TickCount64;
        activations.FailLate(now);
        references.FailLate(now);
    }

    private async Task EveryAsync(TimeSpan period, TimeProvider clock, Action act)
    {
        using var timer = new PeriodicTimer(period, clock);
        try
        {
            while (await timer.WaitForNextTickAsync(_stopping.Token))
            {
                act();
            }
        }
        catch (OperationCanceledException)
        {
            // The host stops, and the loop with it.
        }
    }
}
