using System.Collections.Concurrent;
using System.Globalization;
using System.Net;
using System.Text;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Hosting;
using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.Logging;

namespace Monitor.Soak.Tests;

/// <summary>Some hundred websites on loopback, each on an address of its own, whose state the test decides and which note when they are visited.</summary>
internal sealed class Crowd : IAsyncDisposable
{
    private readonly WebApplication _app;
    private readonly TimeProvider _clock;
    private readonly int _port = SiloProcess.FreePort();
    private readonly ConcurrentDictionary<int, bool> _down = new();
    private readonly ConcurrentDictionary<int, DateTimeOffset> _seen = new();

    private Crowd(int count, TimeProvider clock)
    {
        (Count, _clock) = (count, clock);
        var builder = WebApplication.CreateSlimBuilder();
        builder.Logging.ClearProviders();
        // Each site has an address of its own, else politeness to one host would hold back the others.
        builder.WebHost.ConfigureKestrel(kestrel =>
        {
            for (var site = 0; site < count; site++)
            {
                kestrel.Listen(IPAddress.Parse(Host(site)), _port);
            }
        });
        _app = builder.Build();
        _app.Run(Answer);
    }

    public int Count { get; }

    public IReadOnlyList<int> Down => [.. _down.Keys.Order()];

    public static async Task<Crowd> Start(int count, TimeProvider clock)
    {
        var crowd = new Crowd(count, clock);
        await crowd._app.StartAsync();
        return crowd;
    }

    /// <summary>网站标识码 of the n-th site.</summary>
    public static string Id(int site) => (5100000000 + site).ToString(CultureInfo.InvariantCulture);

    public void Break(int site) => _down[site] = true;

    public void Repair(int site) => _down.TryRemove(site, out _);

    public int NotSeenSince(DateTimeOffset moment) =>
        Enumerable.Range(0, Count).Count(site => !_seen.TryGetValue(site, out var at) || at < moment);

    /// <summary>The register of these sites, as the silo imports it.</summary>
    public string Csv()
    {
        var text = new StringBuilder("网站标识码,网站名称,首页网址,主办单位,主管单位,级别,是否门户,轮询间隔\n");
        for (var site = 0; site < Count; site++)
        {
            text.Append(CultureInfo.InvariantCulture, $"{Id(site)},试验网站{site},http://{Host(site)}:{_port}/{site},试验单位,试验办公室,县,否,10\n");
        }

        return text.ToString();
    }

    public ValueTask DisposeAsync() => _app.DisposeAsync();

    private static string Host(int site) => $"127.0.{1 + (site / 200)}.{(site % 200) + 1}";

    private Task Answer(HttpContext context)
    {
        var site = int.Parse(context.Request.Path.Value!.Trim('/'), CultureInfo.InvariantCulture);
        _seen[site] = _clock.GetUtcNow();
        if (_down.ContainsKey(site))
        {
            context.Response.StatusCode = StatusCodes.Status503ServiceUnavailable;
        }

        context.Response.ContentType = "text/html; charset=utf-8";
        return context.Response.WriteAsync($"<html><head><title>试验网站{site}</title></head><body><p>试验网站{site}的首页，内容足够长，读得出标题和正文。</p></body></html>");
    }
}
