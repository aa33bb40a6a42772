using System.Net;
using System.Security.Cryptography.X509Certificates;
using System.Text;
using Microsoft.AspNetCore.Server.Kestrel.Core;
using Monitor.SampleSites.Faults;

namespace Monitor.SampleSites.Demo;

/// <summary>Plays the town: one port per site, the scene told by the time since the start.</summary>
internal sealed class DemoServer : IAsyncDisposable
{
    private static readonly Encoding Gb18030 = CodePagesEncodingProvider.Instance.GetEncoding("gb18030")!;
    private static readonly TimeSpan Slowness = TimeSpan.FromSeconds(16);

    private readonly TimeProvider _clock;
    private readonly DateTimeOffset _start;
    private readonly int _firstPort;
    private readonly int _seed;
    private readonly Certificates _certificates;
    private readonly X509Certificate2 _good;
    private readonly X509Certificate2 _expired;
    private readonly WebApplication _app;

    public DemoServer(int firstPort, int seed, TimeProvider clock)
    {
        (_firstPort, _seed, _clock, _start) = (firstPort, seed, clock, clock.GetUtcNow());
        _certificates = new(_start);
        _good = _certificates.Make("localhost", _start.AddDays(-60), _start.AddDays(60));
        _expired = _certificates.Make("localhost", _start.AddDays(-90), _start.AddDays(-2));
        var builder = WebApplication.CreateSlimBuilder();
        builder.Logging.ClearProviders();
        builder.WebHost.UseKestrelHttpsConfiguration().ConfigureKestrel(Listen);
        _app = builder.Build();
        _app.Run(context => Play(context, DemoTown.Sites[context.Connection.LocalPort - _firstPort]));
    }

    public string RootsPem => _certificates.RootsPem;

    public Task Start() => _app.StartAsync();

    public Task Stopped() => _app.WaitForShutdownAsync();

    public string Url(DemoSite site)
    {
        var port = _firstPort + DemoTown.Sites.ToList().IndexOf(site);
        return site.IsSecure ? $"https://localhost:{port}/" : $"http://127.0.0.1:{port}/";
    }

    public async ValueTask DisposeAsync()
    {
        await _app.DisposeAsync();
        _certificates.Dispose();
    }

    private void Listen(KestrelServerOptions kestrel)
    {
        kestrel.AddServerHeader = false;
        foreach (var (site, i) in DemoTown.Sites.Select((site, i) => (site, i)))
        {
            kestrel.Listen(IPAddress.Loopback, _firstPort + i, listen =>
            {
                if (site.IsSecure)
                {
                    listen.UseHttps(https => https.ServerCertificateSelector = (_, _) => SceneOf(site) == Scene.Expired ? _expired : _good);
                }
            });
        }
    }

    private Scene SceneOf(DemoSite site) => site.At(_clock.GetUtcNow() - _start);

    private async Task Play(HttpContext context, DemoSite site)
    {
        var scene = SceneOf(site);
        switch (scene)
        {
            case Scene.Down:
                await HttpFaults.Html(context, "<html><h1>502 Bad Gateway</h1><hr>nginx</html>", 502);
                return;
            case Scene.Cut:
                context.Abort();
                return;
            case Scene.Refused:
                await HttpFaults.Html(context, "<html><title>403</title><h1>访问被拒绝</h1>您的请求已被网站防火墙拦截</html>", 403);
                return;
            case Scene.Circle:
                await HttpFaults.Redirect(context, context.Request.Path == "/login" ? "/" : "/login");
                return;
            case Scene.Slow:
                await Wait(context);
                break;
        }

        await Show(context, site, scene);
    }

    private async Task Wait(HttpContext context)
    {
        try
        {
            await Task.Delay(Slowness, _clock, context.RequestAborted);
        }
        catch (OperationCanceledException)
        {
            // The visitor gave up, as it should.
        }
    }

    private Task Show(HttpContext context, DemoSite site, Scene scene)
    {
        var today = DateOnly.FromDateTime(_clock.GetUtcNow().ToOffset(TimeSpan.FromHours(8)).DateTime);
        var html = site.Page(scene, today, _seed).Html();
        var encoding = site.Charset == "gb18030" ? Gb18030 : Encoding.UTF8;
        return HttpFaults.Bytes(context, encoding.GetBytes(html), $"text/html; charset={site.Charset}");
    }
}
