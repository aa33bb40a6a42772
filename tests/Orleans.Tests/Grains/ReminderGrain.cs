namespace Monitor.Orleans.Tests.Grains;

/// <summary>A grain that says when it is reminded, and by which name.</summary>
[Alias("tests.IReminderGrain")]
public interface IReminderGrain : IGrainWithStringKey
{
    [Alias("Register")]
    Task Register(string name, TimeSpan dueTime, TimeSpan period);

    [Alias("Unregister")]
    Task Unregister(string name);

    [Alias("Has")]
    Task<bool> Has(string name);

    [Alias("Names")]
    Task<int> Count();

    [Alias("LastTick")]
    Task<TickStatus> LastTick();
}

internal sealed class ReminderGrain(Script script) : Grain, IReminderGrain, IRemindable
{
    private TickStatus _last;

    public Task Register(string name, TimeSpan dueTime, TimeSpan period) => this.RegisterOrUpdateReminder(name, dueTime, period);

    public async Task Unregister(string name) => await this.UnregisterReminder((await this.GetReminder(name))!);

    public async Task<bool> Has(string name) => await this.GetReminder(name) is not null;

    public async Task<int> Count() => (await this.GetReminders()).Count;

    public Task<TickStatus> LastTick() => Task.FromResult(_last);

    public Task ReceiveReminder(string reminderName, TickStatus status)
    {
        _last = status;
        script.Say($"reminded of {reminderName}");
        return Task.CompletedTask;
    }
}
