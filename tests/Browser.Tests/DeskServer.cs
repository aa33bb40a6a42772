using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Identity;
using Microsoft.Extensions.DependencyInjection;
using Monitor.Grains;
using Monitor.Silo;
using Monitor.Silo.Watching;
using Monitor.Web;
using Monitor.Web.Access;
using Orleans;

namespace Monitor.Browser.Tests;

/// <summary>The whole program on a real port of this process, with a data directory of its own. Started again on the same directory it is a restart.</summary>
internal sealed class DeskServer : IAsyncDisposable
{
    public const string Region = "530400";
    public const string Password = "Zhiban-2026!";

    private readonly WebApplication app;

    private DeskServer(WebApplication app) => this.app = app;

    public Uri Address => new(app.Urls.First());

    private IGrainFactory Grains => app.Services.GetRequiredService<IGrainFactory>();

    private IDeskGrain Desk => Grains.GetGrain<IDeskGrain>(Region);

    /// <summary>Starts it, with officers 张三 (lead) and 李四 (duty).</summary>
    public static async Task<DeskServer> Start(string data, int port = 0)
    {
        string[] settings =
        [
            $"--Store:Path={Path.Combine(data, "monitor.db")}",
            $"--Region:Id={Region}",
            "--Region:Name=玉溪市",
            $"--Web:AppPath={Repo.App}",
            $"--Web:KeysPath={Directory.CreateDirectory(Path.Combine(data, "keys")).FullName}",
            "--Web:SignInsPerMinute=1000",
            "--Probes:AllowedNetworks:0=127.0.0.0/8",
            $"--MONITOR_ADMIN_PASSWORD={Password}",
            "--Logging:LogLevel:Default=None",
            "--Logging:LogLevel:Microsoft=None",
            $"--urls=http://127.0.0.1:{port}",
        ];
        var builder = WebApplication.CreateBuilder(settings);
        builder.UseSettings(settings);
        builder.AddMonitor();
        var app = builder.Build();
        app.MapWeb();
        await app.StartAsync();

        // What is reported before the register has told the desk of its sites would be closed as belonging to no site.
        await app.Services.GetRequiredService<WakeUp>().Woken.WaitAsync(TimeSpan.FromSeconds(30), TimeProvider.System);
        var server = new DeskServer(app);
        await server.Hire("zhangsan", "张三", Roles.Lead);
        await server.Hire("lisi", "李四", Roles.Duty);
        return server;
    }

    /// <summary>Tells the desk what targets found, as the line from the targets does.</summary>
    public Task Report(params TargetReport[] reports) => Desk.Report([.. reports]);

    public Task<DeskSnapshot> Snapshot() => Desk.Snapshot();

    public Task Register(params Rules.Sites.SiteProfile[] sites) => Grains.GetGrain<IRegistryGrain>(Region).Import([.. sites], dryRun: false);

    public async ValueTask DisposeAsync()
    {
        // Screens that are still connected are cut, as by any stop; waiting for them would only cost time.
        using var hurry = new CancellationTokenSource(TimeSpan.FromSeconds(5), TimeProvider.System);
        await app.StopAsync(hurry.Token);
        await app.DisposeAsync();
    }

    private async Task Hire(string name, string display, string role)
    {
        await using var scope = app.Services.CreateAsyncScope();
        var people = scope.ServiceProvider.GetRequiredService<UserManager<Officer>>();
        if (await people.FindByNameAsync(name) is null)
        {
            var officer = new Officer { UserName = name, DisplayName = display };
            var made = await people.CreateAsync(officer, Password);
            Assert.True(made.Succeeded, string.Join(' ', made.Errors.Select(e => e.Description)));
            await people.AddToRoleAsync(officer, role);
        }
    }
}
