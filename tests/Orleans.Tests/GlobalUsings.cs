global using Monitor.Orleans.Tests.Grains;
global using Monitor.Orleans.Tests.Hosting;
global using Orleans;
global using Orleans.Concurrency;
global using Orleans.Runtime;
