using Microsoft.OpenApi;
using Monitor.Web.Guard;

namespace Monitor.Web.Wire;

/// <summary>The description of the API for programs, at /openapi/v1.json.</summary>
internal static class Description
{
    public static IServiceCollection AddDescription(this IServiceCollection services) => services.AddOpenApi("v1", api =>
    {
        api.AddDocumentTransformer((document, _, _) =>
        {
            document.Info = new()
            {
                Title = "Monitor",
                Version = Build.Version,
                Description = "政府网站实时监测的接口。Cookie 登录；写操作须带 " + ForgeryGate.HeaderName
                    + " 请求头（取自 GET /api/session 设置的 XSRF-TOKEN）。错误为 RFC 9457 problem+json，附 en 成员。",
            };
            return Task.CompletedTask;
        });
        api.AddOperationTransformer((operation, context, _) =>
        {
            AddHeaders(operation, context.Description.HttpMethod, context.Description.RelativePath ?? "");
            return Task.CompletedTask;
        });
    });

    private static void AddHeaders(OpenApiOperation operation, string? method, string path)
    {
        if (method is null or "GET" || !path.StartsWith("api/", StringComparison.Ordinal))
        {
            return;
        }

        Header(operation, ForgeryGate.HeaderName, "The value of the readable cookie XSRF-TOKEN.", required: true);
        if (path.StartsWith("api/alarms/{id}/", StringComparison.Ordinal))
        {
            Header(operation, "Idempotency-Key", "8 to 64 visible ASCII characters; the same key is carried out once.", required: true);
            Header(operation, "If-Match", "The version of the alarm that was seen, in quotes. Not needed for notes.", required: !path.EndsWith("/note", StringComparison.Ordinal));
        }

        if (method == "PUT" && path == "api/sites/{id}")
        {
            Header(operation, "If-Match", "The version of the profile that was seen, in quotes.", required: true);
        }
    }

    private static void Header(OpenApiOperation operation, string name, string says, bool required) => (operation.Parameters ??= []).Add(
        new OpenApiParameter
        {
            Name = name,
            In = ParameterLocation.Header,
            Required = required,
            Description = says,
            Schema = new OpenApiSchema { Type = JsonSchemaType.String },
        });
}
