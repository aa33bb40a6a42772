using System.Net;
using System.Net.Sockets;
using Monitor.Silo.Start;
using Monitor.Silo.Store;
using Orleans.Configuration;
using Orleans.Hosting;
using Orleans.Serialization;
using Orleans.Storage;

namespace Monitor.Silo;

internal static partial class Hosting
{
    private const string Npgsql = "Npgsql";

    /// <summary>
    /// The grains in an Orleans silo: alone on SQLite, or one of a cluster that meets in PostgreSQL.
    /// SQLite has no provider for membership or reminders, so the one node is its own cluster and the register
    /// sets its reminder anew at each start; grain state is kept there by <see cref="GrainStates"/>.
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
        });
    }

    private static void Join(this ISiloBuilder silo, StoreOptions store, ClusterSettings cluster)
    {
        silo.Configure<ClusterOptions>(options => (options.ServiceId, options.ClusterId) = (ClusterSettings.ServiceId, cluster.Id));
        silo.UseAdoNetClustering(options => (options.Invariant, options.ConnectionString) = (Npgsql, store.ConnectionString!));
        silo.UseAdoNetReminderService(options => (options.Invariant, options.ConnectionString) = (Npgsql, store.ConnectionString!));
        silo.AddAdoNetGrainStorage("monitor", options => options.Configure<Serializer>((storage, serializer) =>
        {
            storage.Invariant = Npgsql;
            storage.ConnectionString = store.ConnectionString!;

            // The states are wire types; kept in Orleans' own form they read back in any later version that only adds fields.
            storage.GrainStorageSerializer = new OrleansGrainStorageSerializer(serializer);
        }));
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
