using System.Net;
using System.Net.Sockets;
using Monitor.Silo.Start;
using Monitor.Silo.Store;
using Orleans.Configuration;
using Orleans.Hosting;

namespace Monitor.Silo;

internal static partial class Hosting
{
    private const string Npgsql = "Npgsql";

    /// <summary>Orleans names the provider so; it loads Microsoft.Data.Sqlite.</summary>
    private const string Sqlite = "System.Data.SQLite";

    /// <summary>
    /// The grains in an Orleans silo: alone on SQLite, or one of a cluster that meets in PostgreSQL.
    /// SQLite has no provider for membership or reminders, so the one node is its own cluster and the register
    /// sets its reminder anew at each start.
    /// </summary>
    private static void AddGrains(this WebApplicationBuilder builder)
    {
        var store = builder.Configuration.GetSection("Store").Get<StoreOptions>() ?? new StoreOptions();
        var cluster = builder.Configuration.GetSection(ClusterSettings.Section).Get<ClusterSettings>() ?? new ClusterSettings();
        builder.UseOrleans(silo =>
        {
            if (store.IsPostgres)
            {
                silo.Join(store, cluster);
            }
            else
            {
                silo.UseLocalhostClustering(FreePort(), FreePort(), serviceId: ClusterSettings.ServiceId, clusterId: cluster.Id);
                silo.UseInMemoryReminderService();
            }

            silo.AddAdoNetGrainStorage("monitor", options =>
            {
                options.Invariant = store.IsPostgres ? Npgsql : Sqlite;
                options.ConnectionString = store.OrleansConnection();
                options.GrainStorageSerializer = new GrainStateSerializer();
            });
        });
    }

    private static void Join(this ISiloBuilder silo, StoreOptions store, ClusterSettings cluster)
    {
        silo.Configure<ClusterOptions>(options => (options.ServiceId, options.ClusterId) = (ClusterSettings.ServiceId, cluster.Id));
        silo.UseAdoNetClustering(options => (options.Invariant, options.ConnectionString) = (Npgsql, store.OrleansConnection()));
        silo.UseAdoNetReminderService(options => (options.Invariant, options.ConnectionString) = (Npgsql, store.OrleansConnection()));
        if (cluster.Address is { Length: > 0 } address)
        {
            silo.ConfigureEndpoints(IPAddress.Parse(address), cluster.SiloPort, cluster.GatewayPort, listenOnAnyHostAddress: true);
        }
        else
        {
            silo.ConfigureEndpoints(cluster.SiloPort, cluster.GatewayPort);
        }
    }

    /// <summary>A node alone talks to nobody, so any port will do and none can be taken.</summary>
    private static int FreePort()
    {
        using var probe = new TcpListener(IPAddress.Loopback, 0);
        probe.Start();
        return ((IPEndPoint)probe.LocalEndpoint).Port;
    }
}
