namespace Monitor.Bench;

/// <summary>The least any prober in .NET can do: a new connection per request, the whole body read, the status and one word looked at.</summary>
internal sealed class BareLoop : IDisposable
{
    private readonly HttpMessageInvoker _http = new(new SocketsHttpHandler
    {
        AllowAutoRedirect = false,
        UseCookies = false,
        UseProxy = false,
        PooledConnectionLifetime = TimeSpan.Zero,
        MaxConnectionsPerServer = int.MaxValue,
    });

    public async Task<bool> Look(Uri page, ReadOnlyMemory<byte> word, CancellationToken cancel)
    {
        using var request = new HttpRequestMessage(HttpMethod.Get, page);
        request.Headers.ConnectionClose = true;
        using var answer = await _http.SendAsync(request, cancel);
        var body = await answer.Content.ReadAsByteArrayAsync(cancel);
        return answer.IsSuccessStatusCode && body.AsSpan().IndexOf(word.Span) >= 0;
    }

    public void Dispose() => _http.Dispose();
}
