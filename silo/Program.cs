using Monitor.Silo;
using Monitor.Silo.Start;
using Monitor.Web;

// One executable hosts the grains, the probes, the store and the web.
var builder = WebApplication.CreateBuilder(args);
builder.UseSettings(args);

// Whatever is wrong with the settings or the machine is told at once and all together, before anything starts.
var faults = await StartCheck.FindFaults(builder.Configuration);
if (faults.Count > 0)
{
    return await StartCheck.Tell(faults, Console.Error);
}

builder.AddMonitor();

var app = builder.Build();
app.MapWeb();
await app.RunAsync();
return 0;

/// <summary>Named so that tests can host the whole program in process.</summary>
public partial class Program;
