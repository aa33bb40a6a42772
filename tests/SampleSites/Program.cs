using Monitor.SampleSites;

// Sample websites on loopback, for trying Monitor out (demo) and for measuring it (crowd).
return args.FirstOrDefault() switch
{
    "crowd" => await Crowd.Run(args[1..]),
    "demo" => await Monitor.SampleSites.Demo.DemoRun.Run(args[1..]),
    null => await Monitor.SampleSites.Demo.DemoRun.Run([]),
    ['-', '-', ..] => await Monitor.SampleSites.Demo.DemoRun.Run(args),
    _ => Usage.Print(),
};
