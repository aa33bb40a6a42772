namespace Monitor.Orleans.Tests.Hosting;

/// <summary>A process that hosts grains, in the edition at hand. Disposing it stops it as a host is stopped.</summary>
internal interface ITestHost : IAsyncDisposable
{
    IGrainFactory Grains { get; }

    /// <summary>Lets every grain that may be collected be idle for longer than it may, and collects.</summary>
    Task CollectIdleAsync();
}
