using Microsoft.AspNetCore.HttpOverrides;
using Microsoft.AspNetCore.Server.Kestrel.Core;

namespace Monitor.Web.Guard;

/// <summary>What a request may be before anybody looks at it.</summary>
internal static class Bounds
{
    /// <summary>Largest body of an ordinary request: 64 KB.</summary>
    public const long Body = 64 * 1024;

    /// <summary>Largest body of an import: 20 MB.</summary>
    public const int Import = 20 * 1024 * 1024;

    public static IServiceCollection AddBounds(this IServiceCollection services, WebOptions options)
    {
        services.Configure<KestrelServerOptions>(kestrel =>
        {
            kestrel.AddServerHeader = false;
            kestrel.Limits.MaxRequestBodySize = Body;
        });
        services.Configure<ForwardedHeadersOptions>(forwarded => Trust(forwarded, options));
        return services;
    }

    private static void Trust(ForwardedHeadersOptions forwarded, WebOptions options)
    {
        // Believed from named proxies only; otherwise anybody could choose the address that limits and audit rows see.
        forwarded.ForwardedHeaders = options.TrustedProxies.Length == 0
            ? ForwardedHeaders.None
            : ForwardedHeaders.XForwardedFor | ForwardedHeaders.XForwardedProto | ForwardedHeaders.XForwardedHost;
        forwarded.KnownProxies.Clear();
        forwarded.KnownIPNetworks.Clear();
        foreach (var proxy in options.TrustedProxies)
        {
            forwarded.KnownIPNetworks.Add(System.Net.IPNetwork.Parse(WebOptions.Network(proxy)));
        }
    }
}
