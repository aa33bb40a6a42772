using Orleans.Runtime;
using Orleans.Standalone;

namespace Monitor.Silo.Tests.Store.Standalone;

public sealed class ReminderRowsTests
{
    private static readonly GrainId Site = GrainId.Create("site", "5304000001");

    [Theory, MemberData(nameof(TestStore.Engines), MemberType = typeof(TestStore))]
    public async Task Reminders_outlive_a_restart_and_are_replaced_and_removed_by_name(string engine)
    {
        await using var store = await TestStore.Open(engine);
        var cancel = TestContext.Current.CancellationToken;
        await store.Get<IReminderStore>().UpsertAsync(new(Site, "daily", Some.Start, TimeSpan.FromDays(1)), cancel);
        await store.Get<IReminderStore>().UpsertAsync(new(Site, "daily", Some.Start.AddHours(1), TimeSpan.FromDays(2)), cancel);
        await store.Get<IReminderStore>().UpsertAsync(new(Site, "hourly", Some.Start, TimeSpan.FromHours(1)), cancel);
        await store.Get<IReminderStore>().RemoveAsync(Site, "hourly", cancel);
        await store.Get<IReminderStore>().RemoveAsync(Site, "none", cancel);

        await store.Restart();

        Assert.Equal([new(Site, "daily", Some.Start.AddHours(1), TimeSpan.FromDays(2))], await store.Get<IReminderStore>().LoadAsync(cancel));
    }
}
