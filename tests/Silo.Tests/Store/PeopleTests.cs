using Microsoft.AspNetCore.Identity;
using Microsoft.Extensions.DependencyInjection;
using Monitor.Web.Access;
using Monitor.Web.Audit;
using Monitor.Web.Health;

namespace Monitor.Silo.Tests.Store;

public sealed class PeopleTests
{
    private static CancellationToken Cancel => TestContext.Current.CancellationToken;

    [Theory, MemberData(nameof(TestStore.Engines), MemberType = typeof(TestStore))]
    public async Task A_person_and_their_role_outlive_a_restart(string engine)
    {
        await using var store = await TestStore.Open(engine);
        await using (var scope = store.Scope())
        {
            var officer = new Officer { UserName = "wangfang", NormalizedUserName = "WANGFANG", DisplayName = "王芳", MustChangePassword = true };
            officer.LockoutEnd = Some.Start;
            await scope.ServiceProvider.GetRequiredService<IRoleStore<IdentityRole>>().CreateAsync(new("lead") { NormalizedName = "LEAD" }, Cancel);
            var people = scope.ServiceProvider.GetRequiredService<IUserStore<Officer>>();
            await people.CreateAsync(officer, Cancel);
            await ((IUserRoleStore<Officer>)people).AddToRoleAsync(officer, "LEAD", Cancel);
            await people.UpdateAsync(officer, Cancel);
        }

        await store.Restart();

        await using var again = store.Scope();
        var found = (IUserRoleStore<Officer>)again.ServiceProvider.GetRequiredService<IUserStore<Officer>>();
        var read = await found.FindByNameAsync("WANGFANG", Cancel);
        Assert.Equal(("王芳", true, false, Some.Start), (read!.DisplayName, read.MustChangePassword, read.Disabled, read.LockoutEnd));
        Assert.Equal(["lead"], await found.GetRolesAsync(read, Cancel));
    }

    [Theory, MemberData(nameof(TestStore.Engines), MemberType = typeof(TestStore))]
    public async Task People_and_the_ledger_write_side_by_side(string engine)
    {
        await using var store = await TestStore.Open(engine);
        var trail = store.Get<IAuditTrail>();

        await Task.WhenAll(Enumerable.Range(0, 20).Select(async i =>
        {
            await using var scope = store.Scope();
            await scope.ServiceProvider.GetRequiredService<IUserStore<Officer>>().CreateAsync(new() { UserName = $"u{i}", NormalizedUserName = $"U{i}" }, Cancel);
            await trail.Append(Entry(i), Cancel);
        }));

        Assert.Equal(20, (await trail.Page(0, 50, Cancel)).Total);
    }

    [Theory, MemberData(nameof(TestStore.Engines), MemberType = typeof(TestStore))]
    public async Task The_audit_trail_is_read_newest_first_in_pages(string engine)
    {
        await using var store = await TestStore.Open(engine);
        var trail = store.Get<IAuditTrail>();
        for (var i = 0; i < 5; i++)
        {
            await trail.Append(Entry(i), Cancel);
        }

        await store.Restart();
        var (items, total) = await store.Get<IAuditTrail>().Page(1, 2, Cancel);

        Assert.Equal(5, total);
        Assert.Equal(["alarm-3", "alarm-2"], items.Select(e => e.Subject));
        Assert.Equal((Some.Start.AddSeconds(3), "王芳", "alarm.note", "done 200", "收到"), (items[0].At, items[0].By, items[0].Action, items[0].Outcome, items[0].Detail));
        Assert.True(items[0].Id > items[1].Id);
    }

    [Theory, MemberData(nameof(TestStore.Engines), MemberType = typeof(TestStore))]
    public async Task The_probe_finds_a_store_that_can_be_written_well(string engine)
    {
        await using var store = await TestStore.Open(engine);

        Assert.Null(await store.Get<IReadinessCheck>().Fault(Cancel));
    }

    private static AuditEntry Entry(int i) => new()
    {
        At = Some.Start.AddSeconds(i), By = "王芳", Action = "alarm.note", Subject = $"alarm-{i}", Outcome = "done 200", Detail = "收到",
    };
}
