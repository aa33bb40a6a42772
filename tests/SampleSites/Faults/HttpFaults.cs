using System.Globalization;
using System.Text;
using Monitor.SampleSites.Pages;

namespace Monitor.SampleSites.Faults;

/// <summary>What an HTTP server can do wrong while it still speaks HTTP, by path. <c>/good</c> does nothing wrong.</summary>
internal sealed class HttpFaults(TimeProvider clock)
{
    private static readonly Encoding Gb18030 = CodePagesEncodingProvider.Instance.GetEncoding("gb18030")!;

    private int _turn;

    /// <summary>The page at <c>/good</c>, as today has it.</summary>
    public Portal Good => new("云岭市人民政府", "5399000001", "云岭市人民政府办公室")
    {
        Items = News.Of("云岭市", Today, 0),
    };

    private DateOnly Today => DateOnly.FromDateTime(clock.GetUtcNow().ToOffset(TimeSpan.FromHours(8)).DateTime);

    public Task Answer(HttpContext context) => context.Request.Path.Value switch
    {
        "/good" => Html(context, Good.Html()),
        "/slow/first-byte" => Forever(context),
        "/slow/drip" => Drip(context),
        "/waf/403" => Html(context, "<html><title>403 Forbidden</title><h1>访问被拒绝</h1>您的请求已被网站防火墙拦截</html>", 403),
        "/waf/403-plain" => Html(context, "<h1>403 Forbidden</h1>", 403),
        "/waf/405" => Html(context, "<html>405 很抱歉，由于您访问的URL有可能对网站造成安全威胁 errors.aliyun.com</html>", 405),
        "/waf/412" => Html(context, "<html><script>$_ts=window['$_ts'];if(!$_ts)$_ts={};$_ts.nsd=1;</script></html>", 412),
        "/waf/429" => Html(context, "<h1>429 Too Many Requests</h1>", 429),
        "/waf/521" => Html(context, "<script>document.cookie=('__jsl_clearance=1')</script>", 521),
        "/waf/521-cloudflare" => Cloudflare(context),
        "/waf/503-gbk" => Bytes(context, Gb18030.GetBytes("<html>您的请求已被拦截，创宇盾</html>"), "text/html", 503),
        "/waf/captcha-200" => Html(context, "<html><title>安全验证</title><p>请完成安全验证后继续访问</p><script src=/captcha.js></script></html>"),
        "/status/304" or "/status/401" or "/status/404" or "/status/410" or "/status/500" or "/status/503" => Status(context),
        "/redirect/circle" => Redirect(context, "/redirect/circle-back"),
        "/redirect/circle-back" => Redirect(context, "/redirect/circle"),
        "/redirect/once" => Redirect(context, "/good"),
        "/redirect/cookie" => CookieWall(context),
        "/redirect/to" => Redirect(context, context.Request.Query["url"].ToString()),
        ['/', 'r', 'e', 'd', 'i', 'r', 'e', 'c', 't', '/', 'c', 'h', 'a', 'i', 'n', '/', var left] =>
            Redirect(context, left == '1' ? "/good" : $"/redirect/chain/{(char)(left - 1)}"),
        "/redirect/nowhere" => Status(context, 302),
        "/redirect/meta" => Html(context, """<html><head><meta http-equiv="Refresh" content="0; url=/good"></head></html>"""),
        "/redirect/script" => Html(context, "<html><script>window.location.href = '/good';</script></html>"),
        "/redirect/meta-circle" => Html(context, """<meta http-equiv=refresh content="0;URL='meta-circle'">"""),
        "/redirect/meta-slow" => Html(context, """<title>云岭市</title><meta http-equiv="refresh" content="300; url=/status/404"><p>云岭市人民政府"""),
        "/redirect/meta-away" => Html(context, """<meta http-equiv="refresh" content="0; url=http://169.254.169.254/">"""),
        "/bomb/gzip" => Bomb(context, "gzip"),
        "/bomb/br" => Bomb(context, "br"),
        "/huge" => Huge(context),
        "/large" => Html(context, (Good with { Motto = string.Concat(Enumerable.Repeat("云岭市政务公开", 20_000)) }).Html()),
        "/compressed/gzip" => Compressed(context, "gzip"),
        "/compressed/br" => Compressed(context, "br"),
        "/compressed/deflate" => Compressed(context, "deflate"),
        "/compressed/deflate-raw" => Compressed(context, "deflate-raw"),
        "/compressed/broken" => Broken(context),
        "/compressed/unasked" => Bytes(context, [1, 2, 3], "text/html", 200, "zstd"),
        "/encoding/gb18030" => Bytes(context, Gb18030.GetBytes((Good with { Charset = "gb18030" }).Html()), "text/html; charset=gb18030"),
        "/encoding/gbk-in-meta" => Bytes(context, Gb18030.GetBytes((Good with { Charset = "gb2312" }).Html()), "text/html"),
        "/encoding/lying-header" => Bytes(context, Gb18030.GetBytes((Good with { Charset = "gb18030" }).Html()), "text/html; charset=utf-8"),
        "/encoding/wrong" => Bytes(context, [.. Enumerable.Repeat<byte>(0xFF, 500)], "text/html; charset=utf-8"),
        "/empty" => Bytes(context, [], "text/html"),
        "/no-content" => Status(context, 204),
        "/soft-404" => Html(context, "<html><title>页面不存在</title><body>您访问的页面不存在或已删除！</body></html>"),
        "/conditional" => Conditional(context),
        "/changing" => Html(context, (Good with { Motto = $"第 {Interlocked.Increment(ref _turn)} 次访问" }).Html()),
        "/defaced" => Html(context, Defaced.Html()),
        "/hostile" => Html(context, Hostile.Html()),
        "/stale" => Html(context, (Good with { Items = News.Of("云岭市", Today, 20) }).Html()),
        "/stale-soon" => Html(context, (Good with { Items = News.Of("云岭市", Today, 11) }).Html()),
        _ => Status(context, 404),
    };

    /// <summary>Title and links replaced, as a tampered page has them.</summary>
    public Portal Defaced => Good with
    {
        Title = "某某娱乐城-官方网站",
        Motto = "某某娱乐城欢迎您",
        Friends = [("play1.example", "某某娱乐城"), ("play2.example", "某某娱乐城注册"), ("play3.example", "某某娱乐城下载")],
    };

    /// <summary>Words that try to be more than words: markup, a right-to-left override, a glyph few fonts have.</summary>
    public Portal Hostile => Good with
    {
        Title = "<script>window.__pwned=1</script>云岭市\u202Efdp.exe\u202C人民政府 嶍",
        Items = [.. Good.Items.Select(i => i with { Title = $"<img src=x onerror=alert(1)>{i.Title}" })],
    };

    public static Task Html(HttpContext context, string html, int status = 200) =>
        Bytes(context, Encoding.UTF8.GetBytes(html), "text/html; charset=utf-8", status);

    public static Task Bytes(HttpContext context, byte[] body, string type, int status = 200, string? coding = null)
    {
        context.Response.StatusCode = status;
        context.Response.ContentType = type;
        if (coding is not null)
        {
            context.Response.Headers.ContentEncoding = coding;
        }

        if (status == 204)
        {
            return Task.CompletedTask;
        }

        context.Response.ContentLength = body.Length;
        return context.Response.Body.WriteAsync(body).AsTask();
    }

    /// <summary>Says nothing until whoever asked gives up.</summary>
    public async Task Forever(HttpContext context)
    {
        try
        {
            await Task.Delay(Timeout.InfiniteTimeSpan, clock, context.RequestAborted);
        }
        catch (OperationCanceledException)
        {
            // The visitor has left.
        }
    }

    public static Task Redirect(HttpContext context, string to)
    {
        context.Response.StatusCode = 302;
        context.Response.Headers.Location = to;
        return Task.CompletedTask;
    }

    private async Task Drip(HttpContext context)
    {
        context.Response.ContentType = "text/html; charset=utf-8";
        await context.Response.WriteAsync("<html><title>云岭市人民政府</title>");
        await context.Response.Body.FlushAsync();
        await Forever(context);
    }

    private static Task Status(HttpContext context)
    {
        var status = int.Parse(context.Request.Path.Value![^3..], CultureInfo.InvariantCulture);
        return status == 304 ? Status(context, status) : Html(context, "<h1>error</h1>", status);
    }

    private static Task Status(HttpContext context, int status)
    {
        context.Response.StatusCode = status;
        return Task.CompletedTask;
    }

    private static Task Cloudflare(HttpContext context)
    {
        context.Response.Headers.Server = "cloudflare";
        return Html(context, "<h1>Web server is down</h1>", 521);
    }

    /// <summary>Leads back to itself until the cookie it sets comes along, as some delivery networks do.</summary>
    private Task CookieWall(HttpContext context)
    {
        if (context.Request.Headers.Cookie == "pass=1")
        {
            return Html(context, Good.Html());
        }

        context.Response.Headers.SetCookie = "pass=1; Path=/; HttpOnly";
        return Redirect(context, "/redirect/cookie");
    }

    private static Task Bomb(HttpContext context, string coding) =>
        Bytes(context, Squeeze.With(coding, new byte[64 * 1024 * 1024]), "text/html", 200, coding);

    private static async Task Huge(HttpContext context)
    {
        context.Response.ContentType = "text/html";
        var block = new byte[64 * 1024];
        Array.Fill(block, (byte)'x');
        for (var i = 0; i < 200 && !context.RequestAborted.IsCancellationRequested; i++)
        {
            await context.Response.Body.WriteAsync(block);
        }
    }

    private Task Compressed(HttpContext context, string coding) =>
        Bytes(context, Squeeze.With(coding, Encoding.UTF8.GetBytes(Good.Html())), "text/html; charset=utf-8", 200, coding.Split('-')[0]);

    private Task Broken(HttpContext context)
    {
        var body = Squeeze.With("gzip", Encoding.UTF8.GetBytes(Good.Html()));
        body.AsSpan(20, 40).Clear();
        return Bytes(context, body, "text/html; charset=utf-8", 200, "gzip");
    }

    private Task Conditional(HttpContext context)
    {
        const string Tag = "\"v1\"";
        context.Response.Headers.ETag = Tag;
        context.Response.Headers.LastModified = "Fri, 20 Nov 2026 00:00:00 GMT";
        return context.Request.Headers.IfNoneMatch == Tag ? Status(context, 304) : Html(context, Good.Html());
    }
}
