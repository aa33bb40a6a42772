using Microsoft.AspNetCore.Http.Connections;
using Microsoft.AspNetCore.ResponseCompression;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection.Extensions;
using Monitor.Web.Access;
using Monitor.Web.Audit;
using Monitor.Web.Guard;
using Monitor.Web.Health;
using Monitor.Web.Live;
using Monitor.Web.Pages;
using Monitor.Web.Register;
using Monitor.Web.Wire;

namespace Monitor.Web;

/// <summary>The whole web edge in two calls. Grains, ledger, history, directory, officers and audit trail come from the host.</summary>
public static class WebHosting
{
    public static IServiceCollection AddWeb(this IServiceCollection services, IConfiguration configuration)
    {
        var options = configuration.GetSection(WebOptions.Section).Get<WebOptions>() ?? new();
        services.AddSingleton(options);
        services.AddSingleton(configuration.GetSection(RegionOptions.Section).Get<RegionOptions>() ?? new());
        services.TryAddSingleton(TimeProvider.System);
        services.TryAddSingleton<IConsole, Terminal>();

        // What everything is written in.
        services.ConfigureHttpJsonOptions(json => WireJson.Apply(json.SerializerOptions));
        services.AddProblemDetails(problems => problems.CustomizeProblemDetails = Problems.Translate);
        services.Configure<RouteHandlerOptions>(routes => routes.ThrowOnBadRequest = true);
        services.AddExceptionHandler<Failures>();
        services.AddDescription();
        services.AddResponseCompression(Compress);

        // Who may come in, how often, with how much.
        services.AddAccess(options).AddBounds(options).AddRateLimits(options);

        // The live feed.
        services.AddSignalR(hub => hub.EnableDetailedErrors = false).AddJsonProtocol(json => WireJson.Apply(json.PayloadSerializerOptions));
        services.AddSingleton<LiveClients>().AddSingleton<DeskDoor>().AddSingleton<SnapshotFrames>().AddSingleton<SessionSweep>();
        services.AddHostedService<LiveRelay>();

        // What the resources share.
        services.AddScoped<Commands.Desk>().AddScoped<SiteDoor>();
        services.AddSingleton<BrowserProgram>();
        services.AddSingleton<WebInstruments>().AddMetricsText();
        services.AddSingleton<Readiness>().AddSingleton<IReadinessCheck, RegistryIsAwake>().AddSingleton<IReadinessCheck, ClockIsSane>();
        return services;
    }

    public static WebApplication MapWeb(this WebApplication app)
    {
        // Every request, in this order: shape, name, limit, right, proof, record, answer.
        app.UseForwardedHeaders();
        app.UseExceptionHandler();
        app.UseStatusCodePages();
        app.Use(SecurityHeaders.Add);
        app.UseResponseCompression();
        app.UseRouting();
        var pages = app.Services.GetRequiredService<BrowserProgram>();
        pages.UseFiles(app);
        app.UseAuthentication();
        app.UseRateLimiter();
        app.Use(AuditGate.Watch);
        app.UseAuthorization();
        app.Use(PasswordChangeGate.Check);
        app.Use(ForgeryGate.Check);

        // What nobody thought of is closed: a resource that says nothing asks for a viewer.
        var api = app.MapGroup("/api").RequireAuthorization(Roles.Viewer);
        api.MapSessions();
        api.MapAlarms();
        api.MapCommands();
        api.MapLiveFeed();
        api.MapSites();
        api.MapSiteKeeping();
        api.MapSiteDuty();
        api.MapSiteImport();
        api.MapUsers();
        api.MapAudit();
        app.MapHub<LiveHub>("/live", Only);
        app.MapMachines();
        app.MapOpenApi().AllowAnonymous();
        pages.MapPage(app);
        return app;
    }

    private static void Only(HttpConnectionDispatcherOptions hub)
    {
        // Screens that cannot have a WebSocket poll /api/live/events, which is gapless; other transports would not be.
        hub.Transports = HttpTransportType.WebSockets;
        hub.CloseOnAuthenticationExpiration = true;
    }

    private static void Compress(ResponseCompressionOptions compression)
    {
        // No secret of ours stands in a body beside text that others choose, so compressing under TLS tells nothing.
        compression.EnableForHttps = true;
        compression.MimeTypes = [.. ResponseCompressionDefaults.MimeTypes, "application/problem+json", "image/svg+xml"];
        compression.Providers.Add<BrotliCompressionProvider>();
        compression.Providers.Add<GzipCompressionProvider>();
    }
}
