using System.Collections.Concurrent;
using System.Globalization;
using System.Net;
using System.Text;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Hosting;
using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.Logging;

namespace Monitor.Bench;

/// <summary>
/// The crowd's own process: every path <c>/site/n</c> is a home page as large as such pages are.
/// <c>/break/n</c> and <c>/repair/n</c> decide whether it answers 200 or 503.
/// </summary>
internal static class CrowdServer
{
    private static readonly ConcurrentDictionary<string, bool> Down = new();
    private static readonly byte[] Page = Encoding.UTF8.GetBytes(HomePage());

    public static async Task Run(int port, CancellationToken cancel)
    {
        var builder = WebApplication.CreateSlimBuilder();
        builder.Logging.ClearProviders();
        builder.WebHost.ConfigureKestrel(kestrel =>
        {
            for (var host = 1; host <= Crowd.Hosts; host++)
            {
                kestrel.Listen(IPAddress.Parse(Crowd.Host(host - 1)), port);
            }
        });
        await using var app = builder.Build();
        app.Run(Answer);
        await app.StartAsync(cancel);
        Console.WriteLine("ready");
        await Task.Delay(Timeout.InfiniteTimeSpan, TimeProvider.System, cancel).ConfigureAwait(ConfigureAwaitOptions.SuppressThrowing);
    }

    private static Task Answer(HttpContext context)
    {
        var (what, site) = context.Request.Path.Value!.Split('/') is [_, var first, var second] ? (first, second) : ("", "");
        switch (what)
        {
            case "break":
                Down[site] = true;
                return Task.CompletedTask;
            case "repair":
                Down.TryRemove(site, out _);
                return Task.CompletedTask;
            default:
                context.Response.StatusCode = Down.ContainsKey(site) ? StatusCodes.Status503ServiceUnavailable : StatusCodes.Status200OK;
                context.Response.ContentType = "text/html; charset=utf-8";
                context.Response.ContentLength = Page.Length;
                return context.Response.Body.WriteAsync(Page).AsTask();
        }
    }

    /// <summary>About 40 KB: navigation, lists of dated items, a footer. The newest item is of today.</summary>
    private static string HomePage()
    {
        var today = DateOnly.FromDateTime(TimeProvider.System.GetUtcNow().ToOffset(TimeSpan.FromHours(8)).DateTime);
        var page = new StringBuilder("<!DOCTYPE html><html lang=\"zh-CN\"><head><meta charset=\"utf-8\"><title>试验市人民政府门户网站</title></head><body><h1>试验市人民政府 政务公开</h1>");
        for (var list = 0; list < 10; list++)
        {
            page.Append(CultureInfo.InvariantCulture, $"<div class=\"column\"><h2>栏目 {list}</h2><ul>");
            for (var item = 0; item < 24; item++)
            {
                page.Append(CultureInfo.InvariantCulture, $"<li><a href=\"/content/{list}/{item}.html\" title=\"试验\">试验市召开第 {item} 次常务会议研究部署重点工作</a><span>{today.AddDays(-item):yyyy-MM-dd}</span></li>");
            }

            page.Append("</ul></div>");
        }

        return page.Append("<footer>主办：试验市人民政府办公室 网站标识码：5100000000</footer></body></html>").ToString();
    }
}
