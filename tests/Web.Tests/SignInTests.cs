using System.Net;
using Microsoft.AspNetCore.Identity;
using Microsoft.Extensions.DependencyInjection;
using Monitor.Web.Access;
using Monitor.Web.Tests.World;

namespace Monitor.Web.Tests;

public sealed class SignInTests
{
    [Fact]
    public async Task Session_of_nobody_tells_what_the_program_is_and_gives_a_token()
    {
        await using var edge = await Edge.Start();
        using var browser = new Browser(edge.Server);
        using var answer = await browser.Get("/api/session");
        var session = await answer.Json();
        Assert.False(session.GetProperty("signedIn").GetBoolean());
        Assert.Equal("测试区", session.GetProperty("region").GetProperty("name").GetString());
        Assert.Contains("XSRF-TOKEN=", string.Join('\n', answer.Headers.GetValues("Set-Cookie")));
    }

    [Fact]
    public async Task Sign_in_gives_a_strict_cookie_that_scripts_cannot_read()
    {
        await using var edge = await Edge.Start();
        await edge.Add("wang", Roles.Duty);
        using var browser = await edge.Visit();
        using var answer = await browser.SignIn("wang", Edge.Password);
        var session = await answer.Json();
        Assert.Equal(["viewer", "duty"], session.GetProperty("roles").EnumerateArray().Select(r => r.GetString()));
        Assert.Equal("张三", session.GetProperty("displayName").GetString());
        var cookie = answer.Headers.GetValues("Set-Cookie").Single(c => c.StartsWith("monitor.session=", StringComparison.Ordinal));
        Assert.Contains("samesite=strict", cookie);
        Assert.Contains("httponly", cookie);
    }

    [Fact]
    public async Task Unknown_name_and_wrong_password_are_told_apart_by_nothing()
    {
        await using var edge = await Edge.Start();
        await edge.Add("wang", Roles.Duty);
        using var browser = await edge.Visit();
        for (var i = 1; i <= FrontDoor.Tries + 1; i++)
        {
            using var known = await browser.SignIn("wang", "wrong-password-1");
            using var unknown = await browser.SignIn("nobody", "wrong-password-1");
            Assert.Equal(i < FrontDoor.Tries ? HttpStatusCode.Unauthorized : HttpStatusCode.Locked, known.StatusCode);
            Assert.Equal(known.StatusCode, unknown.StatusCode);
            Assert.Equal(await known.Kind(), await unknown.Kind());
            Assert.Equal((await known.Json()).EnumerateObject().Select(p => p.Name), (await unknown.Json()).EnumerateObject().Select(p => p.Name));
        }

        using var right = await browser.SignIn("wang", Edge.Password);
        Assert.Equal(HttpStatusCode.Locked, right.StatusCode);
    }

    [Fact]
    public async Task Disabled_officer_is_refused_as_if_the_password_were_wrong()
    {
        await using var edge = await Edge.Start();
        await edge.Add("gone", Roles.Admin, officer => officer.Disabled = true);
        using var browser = await edge.Visit();
        using var answer = await browser.SignIn("gone", Edge.Password);
        Assert.Equal("wrong-credentials", await answer.Kind());
    }

    [Fact]
    public async Task Officer_with_a_given_password_can_do_nothing_but_change_it()
    {
        await using var edge = await Edge.Start();
        await edge.Add("new", Roles.Admin, officer => officer.MustChangePassword = true);
        using var browser = await edge.Visit();
        Assert.True((await browser.SignIn("new", Edge.Password).Json()).GetProperty("mustChangePassword").GetBoolean());

        using (var refused = await browser.Get("/api/users"))
        {
            Assert.Equal(HttpStatusCode.Forbidden, refused.StatusCode);
            Assert.Equal("password-change-required", await refused.Kind());
        }

        using (var weak = await browser.Post("/api/session/password", new { current = Edge.Password, next = "short" }))
        {
            Assert.Equal(HttpStatusCode.BadRequest, weak.StatusCode);
            Assert.True((await weak.Json()).GetProperty("errors").TryGetProperty("next", out _));
        }

        using (var changed = await browser.Post("/api/session/password", new { current = Edge.Password, next = "my-own-word-9" }))
        {
            Assert.Equal(HttpStatusCode.NoContent, changed.StatusCode);
        }

        using var allowed = await browser.Get("/api/users");
        Assert.Equal(HttpStatusCode.OK, allowed.StatusCode);
    }

    [Fact]
    public async Task Sign_out_ends_the_session()
    {
        await using var edge = await Edge.Start();
        using var browser = await edge.SignIn(Roles.Viewer);
        using (var left = await browser.Send(HttpMethod.Delete, "/api/session"))
        {
            Assert.Equal(HttpStatusCode.NoContent, left.StatusCode);
        }

        using var after = await browser.Get("/api/alarms");
        Assert.Equal(HttpStatusCode.Unauthorized, after.StatusCode);
        Assert.Equal("sign-in-required", await after.Kind());
    }

    [Fact]
    public async Task Write_without_the_token_is_refused()
    {
        await using var edge = await Edge.Start();
        using var browser = await edge.SignIn(Roles.Admin);
        browser.Forgets = true;
        using var answer = await browser.Post($"/api/sites/{Samples.SiteId}/probe");
        Assert.Equal("antiforgery", await answer.Kind());
        Assert.Empty(edge.Register.LookedAt);
    }

    [Fact]
    public async Task Sign_in_attempts_are_limited_by_address()
    {
        await using var edge = await Edge.Start(("Web:SignInsPerMinute", "3"));
        using var browser = await edge.Visit();
        for (var i = 0; i < 3; i++)
        {
            using var tried = await browser.SignIn("nobody", "wrong-password-1");
            Assert.Equal(HttpStatusCode.Unauthorized, tried.StatusCode);
        }

        using var limited = await browser.SignIn("nobody", "wrong-password-1");
        Assert.Equal(HttpStatusCode.TooManyRequests, limited.StatusCode);
        Assert.NotNull(limited.Headers.RetryAfter);
        Assert.Equal("too-many-requests", await limited.Kind());
    }

    [Fact]
    public async Task Requests_of_one_person_are_limited()
    {
        await using var edge = await Edge.Start(("Web:RequestsPerMinute", "60"));
        using var browser = await edge.SignIn(Roles.Viewer);
        HttpStatusCode last = default;
        for (var i = 0; i < 70 && last != HttpStatusCode.TooManyRequests; i++)
        {
            using var answer = await browser.Get("/api/alarms");
            last = answer.StatusCode;
        }

        Assert.Equal(HttpStatusCode.TooManyRequests, last);
    }

    [Fact]
    public async Task First_administrator_gets_a_password_that_is_shown_once_and_must_be_changed()
    {
        await using var edge = await Edge.Start();
        var password = Assert.Single(edge.Console.Lines).Split(' ')[^1];
        using var browser = await edge.Visit();
        var session = await browser.SignIn(FirstAdministrator.Name, password).Json();
        Assert.True(session.GetProperty("mustChangePassword").GetBoolean());
        Assert.Equal(Roles.All, session.GetProperty("roles").EnumerateArray().Select(r => r.GetString()!));
    }

    [Fact]
    public async Task First_administrators_password_chosen_by_the_operator_is_used_as_it_is_and_never_shown()
    {
        await using var edge = await Edge.Start((FirstAdministrator.PasswordVariable, "First-Administrator-1!"));
        Assert.Empty(edge.Console.Lines);
        using var browser = await edge.Visit();
        var session = await browser.SignIn(FirstAdministrator.Name, "First-Administrator-1!").Json();
        Assert.False(session.GetProperty("mustChangePassword").GetBoolean());
    }

    [Fact]
    public async Task First_administrators_password_that_is_too_weak_stops_the_start_with_a_sentence()
    {
        var failure = await Assert.ThrowsAsync<InvalidOperationException>(() => Edge.Start((FirstAdministrator.PasswordVariable, "admin1")));
        Assert.Contains(FirstAdministrator.PasswordVariable, failure.Message);
    }

    [Fact]
    public async Task Session_of_an_officer_disabled_meanwhile_ends()
    {
        await using var edge = await Edge.Start();
        // As if the minute between two checks had passed already.
        edge.Services.GetRequiredService<Microsoft.Extensions.Options.IOptions<SecurityStampValidatorOptions>>().Value.ValidationInterval = TimeSpan.Zero;
        using var admin = await edge.SignIn(Roles.Admin);
        using var browser = await edge.SignIn(Roles.Duty, "leaver");
        using (var disabled = await admin.Send(HttpMethod.Put, "/api/users/leaver", new { displayName = "李四", roles = new[] { "duty" }, disabled = true }))
        {
            Assert.Equal(HttpStatusCode.OK, disabled.StatusCode);
        }

        using var after = await browser.Get("/api/alarms");
        Assert.Equal(HttpStatusCode.Unauthorized, after.StatusCode);
    }
}
