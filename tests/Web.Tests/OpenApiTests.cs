using Microsoft.AspNetCore.Routing;
using Microsoft.Extensions.DependencyInjection;
using Monitor.Web.Tests.World;

namespace Monitor.Web.Tests;

public sealed class OpenApiTests
{
    [Fact]
    public async Task Document_describes_every_resource_with_a_sentence()
    {
        await using var edge = await Edge.Start();
        using var browser = new Browser(edge.Server);
        var paths = (await browser.Get("/openapi/v1.json").Json()).GetProperty("paths");
        var routes = edge.Services.GetRequiredService<EndpointDataSource>().Endpoints.OfType<RouteEndpoint>()
            .Where(e => e.RoutePattern.RawText?.TrimStart('/').StartsWith("api/", StringComparison.Ordinal) == true);
        Assert.All(routes, route =>
        {
            var method = route.Metadata.GetMetadata<HttpMethodMetadata>()!.HttpMethods[0].ToLowerInvariant();
            var path = "/" + route.RoutePattern.RawText!.Trim('/');
            var operation = paths.GetProperty(path).GetProperty(method);
            Assert.False(string.IsNullOrWhiteSpace(operation.GetProperty("summary").GetString()), $"{method} {path} has no summary.");
        });
    }

    [Fact]
    public async Task Document_writes_enums_as_the_wire_does_and_names_the_command_headers()
    {
        await using var edge = await Edge.Start();
        using var browser = new Browser(edge.Server);
        var document = await browser.Get("/openapi/v1.json").Json();
        var schemas = document.GetProperty("components").GetProperty("schemas");
        Assert.Contains("P1", schemas.GetProperty("Priority").GetProperty("enum").EnumerateArray().Select(e => e.GetString()));
        Assert.Contains("open", schemas.GetProperty("AlarmState").GetProperty("enum").EnumerateArray().Select(e => e.GetString()));
        var headers = document.GetProperty("paths").GetProperty("/api/alarms/{id}/acknowledge").GetProperty("post").GetProperty("parameters")
            .EnumerateArray().Where(p => p.GetProperty("in").GetString() == "header").Select(p => p.GetProperty("name").GetString());
        Assert.Equal(["X-XSRF-TOKEN", "Idempotency-Key", "If-Match"], headers);
    }
}
