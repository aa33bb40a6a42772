namespace Monitor.Web;

/// <summary>Settings of the web edge, section <c>Web</c>.</summary>
public sealed class WebOptions
{
    public const string Section = "Web";

    /// <summary>Folder of the built browser program. Default: <c>wwwroot</c> beside the program, else <c>web/app/dist</c> of the source tree.</summary>
    public string? AppPath { get; set; }

    /// <summary>Folder of the keys that seal cookies. Keep it: without it every restart signs everybody out. Default: the platform's own place.</summary>
    public string? KeysPath { get; set; }

    /// <summary>How long an idle session lives; it slides with use. Longer is kinder to a wall screen, shorter to a lost laptop. Default 12 h.</summary>
    public TimeSpan SessionLength { get; set; } = TimeSpan.FromHours(12);

    /// <summary>Requests a minute for one signed-in person, all screens together. Default 1,200.</summary>
    public int RequestsPerMinute { get; set; } = 1_200;

    /// <summary>Requests a minute for one address nobody is signed in at. Default 300.</summary>
    public int AnonymousRequestsPerMinute { get; set; } = 300;

    /// <summary>Sign-in attempts a minute for one address. An office may share one, so not too few. Default 20.</summary>
    public int SignInsPerMinute { get; set; } = 20;

    /// <summary>Messages waiting for one live screen before it is cut and made to catch up by itself. Default 512.</summary>
    public int LiveQueue { get; set; } = 512;

    /// <summary>Addresses or networks (CIDR) of proxies whose X-Forwarded-* headers are believed. Default none.</summary>
    public string[] TrustedProxies { get; set; } = [];

    /// <summary>One sentence per setting that cannot work.</summary>
    public IEnumerable<string> Faults()
    {
        if (AppPath is { Length: > 0 } && !Directory.Exists(AppPath))
        {
            yield return $"{Section}:AppPath is \"{AppPath}\", which is no folder; build the browser program there or leave it out.";
        }

        if (SessionLength < TimeSpan.FromMinutes(5) || SessionLength > TimeSpan.FromDays(7))
        {
            yield return $"{Section}:SessionLength is {SessionLength}; it must be 00:05:00 to 7.00:00:00.";
        }

        foreach (var (name, value, least) in new[]
        {
            (nameof(RequestsPerMinute), RequestsPerMinute, 60),
            (nameof(AnonymousRequestsPerMinute), AnonymousRequestsPerMinute, 30),
            (nameof(SignInsPerMinute), SignInsPerMinute, 1),
            (nameof(LiveQueue), LiveQueue, 8),
        })
        {
            if (value < least || value > 1_000_000)
            {
                yield return $"{Section}:{name} is {value}; it must be {least} to 1000000.";
            }
        }

        foreach (var proxy in TrustedProxies.Where(proxy => !System.Net.IPNetwork.TryParse(Network(proxy), out _)))
        {
            yield return $"{Section}:TrustedProxies has \"{proxy}\", which is neither an address nor a network such as 10.0.0.0/8.";
        }
    }

    /// <summary>A single address is a network of one.</summary>
    internal static string Network(string proxy) =>
        proxy.Contains('/') ? proxy : proxy + (proxy.Contains(':') ? "/128" : "/32");
}
