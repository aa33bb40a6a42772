using System.Net;
using Monitor.Web.Access;
using Monitor.Web.Tests.World;

namespace Monitor.Web.Tests;

public sealed class UsersTests
{
    [Fact]
    public async Task Added_person_signs_in_with_the_one_time_password_and_must_change_it()
    {
        await using var edge = await Edge.Start();
        using var admin = await edge.SignIn(Roles.Admin);
        var password = (await admin.Post("/api/users", new { name = "li", displayName = "李四", roles = new[] { "duty" } }).Json())
            .GetProperty("password").GetString()!;
        using var browser = await edge.Visit();
        Assert.True((await browser.SignIn("li", password).Json()).GetProperty("mustChangePassword").GetBoolean());
        Assert.DoesNotContain(edge.Audit.Rows, r => $"{r.Subject}{r.Detail}".Contains(password));
        Assert.Contains(edge.Audit.Rows, r => r is { Action: "user.add", Subject: "li", Detail: "duty" });
    }

    [Fact]
    public async Task Name_taken_or_fields_wrong_are_refused()
    {
        await using var edge = await Edge.Start();
        using var admin = await edge.SignIn(Roles.Admin);
        await edge.Add("li", Roles.Duty);
        using var taken = await admin.Post("/api/users", new { name = "LI", displayName = "李四", roles = new[] { "duty" } });
        using var role = await admin.Post("/api/users", new { name = "zhao", displayName = "赵", roles = new[] { "root" } });
        using var name = await admin.Post("/api/users", new { name = "赵 六", displayName = "赵六", roles = new[] { "duty" } });
        using var nameless = await admin.Post("/api/users", new { displayName = "赵六", roles = new[] { "duty" } });
        Assert.Equal([409, 400, 400, 400], new[] { taken, role, name, nameless }.Select(a => (int)a.StatusCode));
    }

    [Fact]
    public async Task Roles_and_name_are_changed()
    {
        await using var edge = await Edge.Start();
        using var admin = await edge.SignIn(Roles.Admin);
        await edge.Add("li", Roles.Duty);
        using var changed = await admin.Send(HttpMethod.Put, "/api/users/li", new { displayName = "李组长", roles = new[] { "lead" }, disabled = false });
        Assert.Equal(HttpStatusCode.OK, changed.StatusCode);
        var user = (await admin.Get("/api/users").Json()).GetProperty("items").EnumerateArray().Single(u => u.GetProperty("name").GetString() == "li");
        Assert.Equal("李组长", user.GetProperty("displayName").GetString());
        Assert.Equal(["lead"], user.GetProperty("roles").EnumerateArray().Select(r => r.GetString()));
    }

    [Fact]
    public async Task Last_administrator_cannot_be_taken_away()
    {
        await using var edge = await Edge.Start();
        using var admin = await edge.SignIn(Roles.Admin, "boss");
        using var first = await admin.Send(HttpMethod.Put, "/api/users/admin", new { displayName = "管理员", roles = new[] { "admin" }, disabled = true });
        using var self = await admin.Send(HttpMethod.Put, "/api/users/boss", new { displayName = "管理员", roles = new[] { "viewer" }, disabled = false });
        Assert.Equal(HttpStatusCode.OK, first.StatusCode);
        Assert.Equal("last-administrator", await self.Kind());
    }

    [Fact]
    public async Task Reset_password_opens_a_locked_account()
    {
        await using var edge = await Edge.Start();
        using var admin = await edge.SignIn(Roles.Admin);
        await edge.Add("li", Roles.Duty);
        using var browser = await edge.Visit();
        for (var i = 0; i < FrontDoor.Tries; i++)
        {
            using var wrong = await browser.SignIn("li", "wrong-password-1");
        }

        var password = (await admin.Post("/api/users/li/password").Json()).GetProperty("password").GetString()!;
        using var right = await browser.SignIn("li", password);
        Assert.Equal(HttpStatusCode.OK, right.StatusCode);
        using var nobody = await admin.Post("/api/users/nobody/password");
        Assert.Equal(HttpStatusCode.NotFound, nobody.StatusCode);
    }
}
