using Monitor.Web.Metrics;
using Prometheus;

namespace Monitor.Web;

/// <summary>Metrics for Prometheus, kept and written by prometheus-net.</summary>
internal static class Exporter
{
    public static IServiceCollection AddMetricsText(this IServiceCollection services) => services.AddSingleton<MetricBridge>();

    /// <summary>Begins to listen at once, so that nothing measured before the first scrape is missing.</summary>
    public static IEndpointConventionBuilder MapMetrics(this IEndpointRouteBuilder endpoints, string path)
    {
        var bridge = endpoints.ServiceProvider.GetRequiredService<MetricBridge>();
        return endpoints.MapGet(path, async (HttpContext context) =>
        {
            context.Response.ContentType = PrometheusConstants.TextContentTypeWithVersionAndEncoding;
            await bridge.Registry.CollectAndExportAsTextAsync(context.Response.Body, ExpositionFormat.PrometheusText, context.RequestAborted);
        }).ExcludeFromDescription();
    }
}
