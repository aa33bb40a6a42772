using System.Net;
using Microsoft.AspNetCore.Routing;
using Microsoft.Extensions.DependencyInjection;
using Monitor.Web.Access;
using Monitor.Web.Audit;
using Monitor.Web.Tests.World;

namespace Monitor.Web.Tests;

/// <summary>Every endpoint with the least role that may use it. An endpoint without a row here fails the build.</summary>
public sealed class AccessTableTests
{
    private const string Anyone = "anyone";

    private static readonly Dictionary<string, string> Table = new()
    {
        ["GET /api/session"] = Anyone,
        ["POST /api/session"] = Anyone,
        ["DELETE /api/session"] = Anyone,
        ["POST /api/session/password"] = Anyone,
        ["GET /api/alarms"] = Roles.Viewer,
        ["GET /api/alarms/{id}"] = Roles.Viewer,
        ["POST /api/alarms/{id}/acknowledge"] = Roles.Duty,
        ["POST /api/alarms/{id}/resolve"] = Roles.Duty,
        ["POST /api/alarms/{id}/note"] = Roles.Duty,
        ["GET /api/commands/{key}"] = Roles.Viewer,
        ["GET /api/live/snapshot"] = Roles.Viewer,
        ["GET /api/live/events"] = Roles.Viewer,
        ["GET /api/sites"] = Roles.Viewer,
        ["GET /api/sites/{id}"] = Roles.Viewer,
        ["GET /api/sites/{id}/history"] = Roles.Viewer,
        ["GET /api/sites/{id}/alarms"] = Roles.Viewer,
        ["POST /api/sites"] = Roles.Lead,
        ["PUT /api/sites/{id}"] = Roles.Lead,
        ["DELETE /api/sites/{id}"] = Roles.Lead,
        ["POST /api/sites/{id}/pause"] = Roles.Lead,
        ["POST /api/sites/{id}/resume"] = Roles.Lead,
        ["POST /api/sites/{id}/probe"] = Roles.Duty,
        ["POST /api/sites/{id}/maintenance"] = Roles.Duty,
        ["DELETE /api/sites/{id}/maintenance"] = Roles.Duty,
        ["POST /api/sites/import"] = Roles.Lead,
        ["GET /api/users"] = Roles.Admin,
        ["POST /api/users"] = Roles.Admin,
        ["PUT /api/users/{name}"] = Roles.Admin,
        ["POST /api/users/{name}/password"] = Roles.Admin,
        ["GET /api/audit"] = Roles.Lead,
        ["GET /live"] = Roles.Viewer,
        ["POST /live/negotiate"] = Roles.Viewer,
        ["GET /healthz"] = Anyone,
        ["GET /readyz"] = Anyone,
        ["GET /metrics"] = Anyone,
        ["GET /openapi/{documentName}.json"] = Anyone,
        ["GET /index.html"] = Anyone,
        ["GET /{*path:nonfile}"] = Anyone,
    };

    [Fact]
    public async Task Endpoints_all_have_a_row_and_every_row_an_endpoint()
    {
        await using var edge = await Edge.Start();
        Assert.Equal(Table.Keys.Order(), Routes(edge).Select(r => r.Name).Distinct().Order());
    }

    [Fact]
    public async Task Endpoints_let_in_exactly_the_roles_of_their_row()
    {
        await using var edge = await Edge.Start(("Web:RequestsPerMinute", "100000"));
        List<string> wrong = [];
        foreach (var role in (string[])[Anyone, .. Roles.All])
        {
            using var browser = role == Anyone ? await edge.Visit() : await edge.SignIn(role);
            // The session resource signs out or changes the one who asks, so it has tests of its own.
            foreach (var route in Routes(edge).Where(r => !r.Name.Contains("/api/session")).DistinctBy(r => r.Name))
            {
                using var answer = await browser.Send(new(route.Method), Filled(route.Path), Body(route.Method));
                var expected = IsLetIn(role, Table[route.Name]) ? "let in" : role == Anyone ? "401" : "403";
                var seen = answer.StatusCode switch
                {
                    HttpStatusCode.Unauthorized => "401",
                    HttpStatusCode.Forbidden => "403",
                    _ => "let in",
                };
                if (seen != expected)
                {
                    wrong.Add($"{role}: {route.Name} was {seen}, should be {expected}");
                }
            }
        }

        Assert.Empty(wrong);
    }

    [Fact]
    public async Task Writes_all_have_a_name_in_the_audit_trail()
    {
        await using var edge = await Edge.Start();
        var writes = edge.Services.GetRequiredService<EndpointDataSource>().Endpoints.OfType<RouteEndpoint>()
            .Where(e => e.RoutePattern.RawText?.TrimStart('/').StartsWith("api/", StringComparison.Ordinal) == true)
            .Where(e => e.Metadata.GetMetadata<HttpMethodMetadata>()?.HttpMethods.Contains("GET") != true);
        Assert.All(writes, write => Assert.NotNull(write.Metadata.GetMetadata<AuditAction>()));
    }

    private static bool IsLetIn(string role, string least) =>
        least == Anyone || (role != Anyone && Roles.All.ToList().IndexOf(role) >= Roles.All.ToList().IndexOf(least));

    private static IEnumerable<(string Name, string Method, string Path)> Routes(Edge edge) =>
        edge.Services.GetRequiredService<EndpointDataSource>().Endpoints.OfType<RouteEndpoint>().Select(endpoint =>
        {
            var path = "/" + endpoint.RoutePattern.RawText?.Trim('/');
            // A hub and a page name no method or several; the first is enough to ask by.
            var method = endpoint.Metadata.GetMetadata<HttpMethodMetadata>()?.HttpMethods is { Count: > 0 } methods
                ? methods[0]
                : path.EndsWith("/negotiate", StringComparison.Ordinal) ? "POST" : "GET";
            return ($"{method} {path}", method, path);
        });

    private static string Filled(string path) => path
        .Replace("{id}", path.Contains("/sites") ? "5304009999" : "test-999").Replace("{name}", "nobody").Replace("{key}", "a-key-nobody-used")
        .Replace("{documentName}", "v1").Replace("{*path:nonfile}", "desk");

    private static object? Body(string method) => method is "POST" or "PUT" ? new { } : null;
}
