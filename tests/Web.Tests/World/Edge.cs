using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Identity;
using Microsoft.AspNetCore.TestHost;
using Microsoft.Data.Sqlite;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;
using Monitor.Grains;
using Monitor.Web.Access;
using Monitor.Web.Audit;

namespace Monitor.Web.Tests.World;

/// <summary>The whole web edge in process, with a desk, register and ledger that do what a test tells them.</summary>
internal sealed class Edge : IAsyncDisposable
{
    public const string Password = "duty-room-7";
    private readonly SqliteConnection people;
    private readonly WebApplication app;

    private Edge(SqliteConnection people, WebApplication app)
    {
        this.people = people;
        this.app = app;
    }

    public FakeDesk Desk => app.Services.GetRequiredService<FakeDesk>();

    public FakeLedger Ledger => app.Services.GetRequiredService<FakeLedger>();

    public FakeRegister Register => app.Services.GetRequiredService<FakeRegister>();

    public FakeAudit Audit => app.Services.GetRequiredService<FakeAudit>();

    public FakeConsole Console => app.Services.GetRequiredService<FakeConsole>();

    public IServiceProvider Services => app.Services;

    public TestServer Server => app.GetTestServer();

    public static async Task<Edge> Start(params (string Key, string Value)[] settings)
    {
        var builder = WebApplication.CreateSlimBuilder();
        builder.WebHost.UseTestServer();
        builder.Logging.ClearProviders();
        builder.Configuration.AddInMemoryCollection(
        [
            new("Region:Id", Samples.Region), new("Region:Name", "测试区"), new("Web:SignInsPerMinute", "1000"), new("Web:AnonymousRequestsPerMinute", "100000"),
        ]);
        builder.Configuration.AddInMemoryCollection(settings.Select(s => new KeyValuePair<string, string?>(s.Key, s.Value)));
        var people = new SqliteConnection("Data Source=:memory:");
        await people.OpenAsync();
        AddWorld(builder.Services, people);
        builder.Services.AddWeb(builder.Configuration);
        var app = builder.Build();
        app.MapWeb();
        await using (var scope = app.Services.CreateAsyncScope())
        {
            await scope.ServiceProvider.GetRequiredService<People>().Database.EnsureCreatedAsync();
        }

        await app.StartAsync();
        return new Edge(people, app);
    }

    /// <summary>A browser that nobody is signed in at, with its antiforgery token.</summary>
    public async Task<Browser> Visit()
    {
        var browser = new Browser(Server);
        await browser.Get("/api/session");
        return browser;
    }

    /// <summary>A browser at which an officer of this role is signed in.</summary>
    public async Task<Browser> SignIn(string role, string? name = null)
    {
        name ??= $"{role}-officer";
        await Add(name, role);
        var browser = await Visit();
        (await browser.SignIn(name, Password)).EnsureSuccessStatusCode();
        return browser;
    }

    /// <summary>Adds an officer unless there is one of this name.</summary>
    public async Task Add(string name, string role, Action<Officer>? with = null)
    {
        await using var scope = app.Services.CreateAsyncScope();
        var officers = scope.ServiceProvider.GetRequiredService<UserManager<Officer>>();
        if (await officers.FindByNameAsync(name) is null)
        {
            var officer = new Officer { UserName = name, DisplayName = "张三" };
            with?.Invoke(officer);
            Assert.True((await officers.CreateAsync(officer, Password)).Succeeded);
            await officers.AddToRoleAsync(officer, role);
        }
    }

    public async ValueTask DisposeAsync()
    {
        await app.StopAsync();
        await app.DisposeAsync();
        await people.DisposeAsync();
    }

    private static void AddWorld(IServiceCollection services, SqliteConnection people)
    {
        services.AddDbContext<People>(o => o.UseSqlite(people));
        services.AddScoped<IUserStore<Officer>, Microsoft.AspNetCore.Identity.EntityFrameworkCore.UserStore<Officer, IdentityRole, People>>();
        services.AddScoped<IRoleStore<IdentityRole>, Microsoft.AspNetCore.Identity.EntityFrameworkCore.RoleStore<IdentityRole, People>>();
        services.AddSingleton<FakeDesk>().AddSingleton<FakeLedger>().AddSingleton<FakeRegister>().AddSingleton<FakeAudit>().AddSingleton<FakeConsole>();
        services.AddSingleton<ILedger>(s => s.GetRequiredService<FakeLedger>());
        services.AddSingleton<ISiteDirectory>(s => s.GetRequiredService<FakeRegister>());
        services.AddSingleton<IHistory>(s => s.GetRequiredService<FakeRegister>());
        services.AddSingleton<IAuditTrail>(s => s.GetRequiredService<FakeAudit>());
        services.AddSingleton<IConsole>(s => s.GetRequiredService<FakeConsole>());
        services.AddSingleton(s => FakeGrains.Of(s.GetRequiredService<FakeDesk>(), s.GetRequiredService<FakeRegister>()));
    }
}

/// <summary>Remembers what would stand on the terminal.</summary>
internal sealed class FakeConsole : IConsole
{
    public List<string> Lines { get; } = [];

    public void WriteLine(string line) => Lines.Add(line);
}
