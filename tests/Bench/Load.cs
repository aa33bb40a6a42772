namespace Monitor.Bench;

/// <summary>Runs one action many times with a fixed number under way.</summary>
internal static class Load
{
    /// <param name="count">How often in all.</param>
    /// <param name="width">How many at the same time.</param>
    /// <returns>How many returned true.</returns>
    public static async Task<int> Run(int count, int width, Func<int, Task<bool>> action)
    {
        var (next, good) = (-1, 0);
        await Task.WhenAll(Enumerable.Range(0, width).Select(_ => Task.Run(async () =>
        {
            for (var turn = Interlocked.Increment(ref next); turn < count; turn = Interlocked.Increment(ref next))
            {
                if (await action(turn))
                {
                    Interlocked.Increment(ref good);
                }
            }
        })));
        return good;
    }
}
