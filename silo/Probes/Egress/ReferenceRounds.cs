using Monitor.Silo.Probes.Visits;

namespace Monitor.Silo.Probes.Egress;

/// <summary>Asks the reference hosts, all at once, every few seconds.</summary>
internal sealed class ReferenceRounds(ProbeOptions options, EgressWatch watch, TimeProvider clock) : BackgroundService
{
    /// <summary>A host that needs longer does not show that our way out works well.</summary>
    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(3);

    private readonly ReferenceHost[] _hosts = [.. options.ReferenceHosts.Select(ReferenceHost.Read).OfType<ReferenceHost>()];

    /// <summary>One round: how many were asked and how many answered.</summary>
    public async Task<(int Asked, int Answered)> Ask(HttpMessageInvoker http, CancellationToken cancel)
    {
        var answers = await Task.WhenAll(_hosts.Select(h => Answers(h, http, cancel)));
        return (answers.Length, answers.Count(a => a));
    }

    protected override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        if (_hosts.Length == 0)
        {
            return;
        }

        using var http = new HttpMessageInvoker(new SocketsHttpHandler { UseProxy = false, AllowAutoRedirect = false, PooledConnectionLifetime = TimeSpan.Zero });
        using var every = new PeriodicTimer(options.ReferenceEvery, clock);
        try
        {
            do
            {
                var (asked, answered) = await Ask(http, stoppingToken);
                watch.NoteReferences(asked, answered);
            }
            while (await every.WaitForNextTickAsync(stoppingToken));
        }
        catch (OperationCanceledException) when (stoppingToken.IsCancellationRequested)
        {
            // We are stopping; there is nobody left to tell.
        }
    }

    private async Task<bool> Answers(ReferenceHost host, HttpMessageInvoker http, CancellationToken cancel)
    {
        using var limit = new Deadline(Patience, clock, cancel);
        try
        {
            return await host.Answers(http, limit.Token);
        }
        catch (OperationCanceledException) when (limit.Passed)
        {
            return false;
        }
    }
}
