using System.Text;
using Microsoft.AspNetCore.StaticFiles;
using Microsoft.Extensions.FileProviders;
using Microsoft.Extensions.Hosting;
using Monitor.Web.Guard;

namespace Monitor.Web.Pages;

/// <summary>The built browser program: hashed files for ever, the page itself never from a cache and with its own nonce.</summary>
internal sealed class BrowserProgram : IDisposable
{
    /// <summary>What index.html carries where the nonce belongs.</summary>
    public const string Placeholder = "__CSP_NONCE__";

    private const string NotBuilt = """
        <!doctype html><html lang="zh"><meta charset="utf-8"><title>Monitor</title>
        <h1>浏览器程序尚未构建</h1><p>服务已在运行。请在 web/app 中执行 <code>npm ci</code> 和 <code>npm run build</code>，或用 <code>bash deploy/run.sh</code> 启动。</p>
        <p lang="en">The server runs, but the browser program is not built: run <code>npm ci</code> and <code>npm run build</code> in web/app, or start by <code>bash deploy/run.sh</code>.</p></html>
        """;

    private readonly PhysicalFileProvider? files;

    public BrowserProgram(WebOptions options, IHostEnvironment host)
    {
        var places = options.AppPath is { Length: > 0 } given
            ? [Path.GetFullPath(given, host.ContentRootPath)]
            : Above(AppContext.BaseDirectory).SelectMany(folder => new[] { Path.Combine(folder, "wwwroot"), Path.Combine(folder, "web/app/dist") });
        if (places.FirstOrDefault(place => File.Exists(Path.Combine(place, "index.html"))) is { } found)
        {
            files = new(Path.GetFullPath(found));
        }
    }

    public void Dispose() => files?.Dispose();

    /// <summary>Serves the files. Comes before signing in, for a page that cannot load cannot ask anybody to.</summary>
    public void UseFiles(WebApplication app)
    {
        if (files is not null)
        {
            app.UseStaticFiles(new StaticFileOptions { FileProvider = files, OnPrepareResponse = Keep });
        }
    }

    /// <summary>Gives the page for every address that is neither a file nor the API's: the program reads the address itself.</summary>
    public void MapPage(IEndpointRouteBuilder app)
    {
        var gets = new HttpMethodMetadata([HttpMethods.Get, HttpMethods.Head]);
        app.Map("/index.html", (Delegate)Page).AllowAnonymous().ExcludeFromDescription().WithMetadata(gets);
        app.MapFallback((Delegate)Page).AllowAnonymous().ExcludeFromDescription().WithMetadata(gets);
    }

    /// <summary>A folder and those above it: published files lie beside the program, a build lies somewhere below the source tree.</summary>
    private static IEnumerable<string> Above(string folder)
    {
        for (var at = new DirectoryInfo(folder); at is not null; at = at.Parent)
        {
            yield return at.FullName;
        }
    }

    private static void Keep(StaticFileResponseContext file)
    {
        // Vite puts a hash of the content into the names under assets, so they never change.
        var forEver = file.Context.Request.Path.StartsWithSegments("/assets", StringComparison.Ordinal);
        file.Context.Response.Headers.CacheControl = forEver ? "public, max-age=31536000, immutable" : "no-cache";
    }

    private async Task<IResult> Page(HttpContext context)
    {
        if (IsMachines(context.Request.Path))
        {
            return Problems.NotFound(new("没有这个接口。", "There is no such resource."));
        }

        context.AllowNoncedStyles();
        context.Response.Headers.CacheControl = "no-store";
        return TypedResults.Content(await Html(context), "text/html; charset=utf-8");
    }

    private async Task<string> Html(HttpContext context)
    {
        if (files?.GetFileInfo("index.html") is not { Exists: true, PhysicalPath: { } path })
        {
            return NotBuilt;
        }

        var html = await File.ReadAllTextAsync(path, Encoding.UTF8, context.RequestAborted);
        return html.Replace(Placeholder, context.Nonce(), StringComparison.Ordinal);
    }

    private static bool IsMachines(PathString path) =>
        path.StartsWithSegments("/api", StringComparison.OrdinalIgnoreCase)
        || path.StartsWithSegments("/live", StringComparison.OrdinalIgnoreCase)
        || path.StartsWithSegments("/openapi", StringComparison.OrdinalIgnoreCase);
}
