using System.Threading.Channels;
using Monitor.Silo.Store.Engines;

namespace Monitor.Silo.Store;

/// <summary>Commits in groups: while one transaction is on its way to the disk the next writes gather, and then go together. Each writer hears of its own.</summary>
internal sealed class StateWriter : IAsyncDisposable
{
    private const int MostAtOnce = 1_000;

    private readonly Database database;
    private readonly StoreInstruments instruments;
    private readonly TimeProvider clock;
    private readonly Channel<Waiting> queue = Channel.CreateUnbounded<Waiting>(new() { SingleReader = true });
    private readonly Task run;

    public StateWriter(Database database, StoreInstruments instruments, TimeProvider clock)
    {
        (this.database, this.instruments, this.clock) = (database, instruments, clock);
        run = Task.Run(Run);
    }

    /// <summary>Answers, once it is on disk, how many rows the statement changed.</summary>
    public Task<int> Write(Statement statement)
    {
        var waiting = new Waiting(statement, new(TaskCreationOptions.RunContinuationsAsynchronously));
        return queue.Writer.TryWrite(waiting)
            ? waiting.Done.Task
            : Task.FromException<int>(new ObjectDisposedException(nameof(StateWriter), "The store is closed; nothing more can be written."));
    }

    public async ValueTask DisposeAsync()
    {
        queue.Writer.TryComplete();
        await run;
    }

    private async Task Run()
    {
        var group = new List<Waiting>(MostAtOnce);
        while (await queue.Reader.WaitToReadAsync())
        {
            while (group.Count < MostAtOnce && queue.Reader.TryRead(out var waiting))
            {
                group.Add(waiting);
            }

            await Commit(group);
            group.Clear();
        }
    }

    private async Task Commit(List<Waiting> group)
    {
        try
        {
            var started = clock.GetTimestamp();
            var changed = await database.Write(
                writing => writing.Run([.. group.Select(w => w.Statement)], CancellationToken.None), CancellationToken.None);
            instruments.StatesWritten(clock.GetElapsedTime(started));
            group.Zip(changed).ToList().ForEach(pair => pair.First.Done.SetResult(pair.Second));
        }
        catch (Exception e)
        {
            // Every writer of the group is told; what they do about it is theirs.
            group.ForEach(w => w.Done.TrySetException(e));
        }
    }

    private sealed record Waiting(Statement Statement, TaskCompletionSource<int> Done);
}
