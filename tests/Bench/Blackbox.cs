namespace Monitor.Bench;

/// <summary>prometheus-blackbox-exporter as a process of its own, probing one page with the same check of the body.</summary>
internal sealed class Blackbox : IDisposable
{
    private const string Modules = """
        modules:
          page:
            prober: http
            timeout: 15s
            http:
              preferred_ip_protocol: ip4
              fail_if_body_not_matches_regexp: ["{0}"]
        """;

    private readonly HttpMessageInvoker _http = new(new SocketsHttpHandler { UseProxy = false });
    private readonly string _settings = Path.GetTempFileName();
    private readonly Child _process;
    private readonly Uri _look;

    private Blackbox(string program, Uri page, string word)
    {
        File.WriteAllText(_settings, Modules.Replace("{0}", word, StringComparison.Ordinal));
        var port = Child.FreePort();
        _process = Child.Start(program, [$"--config.file={_settings}", $"--web.listen-address=127.0.0.1:{port}", "--log.level=error"]);
        _look = new Uri($"http://127.0.0.1:{port}/probe?module=page&target={Uri.EscapeDataString(page.ToString())}");
    }

    public double CpuSeconds => _process.CpuSeconds();

    /// <summary>Starts it, or null where it is not installed.</summary>
    public static async Task<Blackbox?> Start(Uri page, string word, CancellationToken cancel)
    {
        var program = (Environment.GetEnvironmentVariable("PATH") ?? "").Split(':')
            .SelectMany(folder => new[] { Path.Combine(folder, "prometheus-blackbox-exporter"), Path.Combine(folder, "blackbox_exporter") })
            .FirstOrDefault(File.Exists);
        if (program is null)
        {
            return null;
        }

        var blackbox = new Blackbox(program, page, word);
        for (var attempt = 0; attempt < 100; attempt++)
        {
            try
            {
                return await blackbox.Look(cancel) ? blackbox : throw new InvalidOperationException("blackbox_exporter does not see the page as good.");
            }
            catch (HttpRequestException)
            {
                await Task.Delay(TimeSpan.FromMilliseconds(50), TimeProvider.System, cancel);
            }
        }

        throw new InvalidOperationException($"blackbox_exporter did not start:\n{blackbox._process.Said()}");
    }

    public async Task<bool> Look(CancellationToken cancel)
    {
        using var request = new HttpRequestMessage(HttpMethod.Get, _look);
        using var answer = await _http.SendAsync(request, cancel);
        return (await answer.Content.ReadAsStringAsync(cancel)).Contains("\nprobe_success 1", StringComparison.Ordinal);
    }

    public void Dispose()
    {
        _process.Dispose();
        _http.Dispose();
        File.Delete(_settings);
    }
}
