using Monitor.Web.Metrics;

namespace Monitor.Web;

/// <summary>Metrics for Prometheus, written by ourselves.</summary>
internal static class Exporter
{
    public static IServiceCollection AddMetricsText(this IServiceCollection services) => services.AddSingleton<MetricBook>();

    /// <summary>Begins to listen at once, so that nothing measured before the first scrape is missing.</summary>
    public static IEndpointConventionBuilder MapMetrics(this IEndpointRouteBuilder endpoints, string path)
    {
        var book = endpoints.ServiceProvider.GetRequiredService<MetricBook>();
        return endpoints.MapGet(path, () => TypedResults.Text(book.Read(), MetricText.ContentType)).ExcludeFromDescription();
    }
}
