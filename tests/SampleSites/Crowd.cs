using System.Globalization;
using System.Net;
using System.Text;
using Monitor.SampleSites.Pages;

namespace Monitor.SampleSites;

/// <summary>One good page under any path and host, served for as little work as a server can do: thousands of targets that cost next to nothing.</summary>
public sealed class Crowd : IAsyncDisposable
{
    private readonly WebApplication _app;

    private Crowd(int port, int bytes)
    {
        var body = Page(bytes);
        var builder = WebApplication.CreateSlimBuilder();
        builder.Logging.ClearProviders();
        builder.WebHost.ConfigureKestrel(kestrel =>
        {
            kestrel.AddServerHeader = false;
            kestrel.Listen(IPAddress.Loopback, port, listen => Bound = () => listen.IPEndPoint!.Port);
        });
        _app = builder.Build();
        _app.Run(context =>
        {
            context.Response.ContentType = "text/html; charset=utf-8";
            context.Response.ContentLength = body.Length;
            return context.Response.Body.WriteAsync(body).AsTask();
        });
    }

    public int Port => Bound();

    private Func<int> Bound { get; set; } = () => 0;

    /// <param name="port">Where to listen on loopback; 0 takes a free one.</param>
    /// <param name="bytes">Least size of the page.</param>
    public static async Task<Crowd> Start(int port = 0, int bytes = 20_000)
    {
        var crowd = new Crowd(port, bytes);
        await crowd._app.StartAsync();
        return crowd;
    }

    /// <summary>The address of the n-th target.</summary>
    public string Url(int n) => $"http://127.0.0.1:{Port}/{n}/";

    public ValueTask DisposeAsync() => _app.DisposeAsync();

    internal static async Task<int> Run(string[] args)
    {
        if (Usage.Read(args, "--port", "--bytes") is not { } options)
        {
            return 2;
        }

        await using var crowd = await Start(Number(options, "--port", 5190), Number(options, "--bytes", 20_000));
        Console.WriteLine($"http://127.0.0.1:{crowd.Port}/");
        await crowd._app.WaitForShutdownAsync();
        return 0;
    }

    private static int Number(Dictionary<string, string> options, string key, int otherwise) =>
        options.TryGetValue(key, out var text) ? int.Parse(text, CultureInfo.InvariantCulture) : otherwise;

    private static byte[] Page(int bytes)
    {
        var today = DateOnly.FromDateTime(TimeProvider.System.GetUtcNow().DateTime);
        var portal = new Portal("云岭市人民政府", "5399000001", "云岭市人民政府办公室") { Items = News.Of("云岭市", today, 0) };
        var lines = 1 + (bytes / 130);
        return Encoding.UTF8.GetBytes((portal with { Items = [.. Enumerable.Range(0, lines).Select(i => portal.Items[i % portal.Items.Count])] }).Html());
    }
}
