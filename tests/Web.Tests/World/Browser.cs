using System.Net;
using System.Net.Http.Json;
using System.Text.Json;
using Microsoft.AspNetCore.Mvc.Testing.Handlers;
using Microsoft.AspNetCore.TestHost;
using Monitor.Web.Guard;

namespace Monitor.Web.Tests.World;

/// <summary>What a browser does by itself: keeps cookies, and, as our program does, sends the antiforgery token with every write.</summary>
internal sealed class Browser(TestServer server) : IDisposable
{
    private readonly CookieContainer cookies = new();
    private HttpClient? http;

    private HttpClient Http => http ??= new HttpClient(new CookieContainerHandler(cookies) { InnerHandler = server.CreateHandler() })
    {
        BaseAddress = server.BaseAddress,
    };

    /// <summary>True: writes go without the token.</summary>
    public bool Forgets { get; set; }

    public string CookieHeader => cookies.GetCookieHeader(server.BaseAddress);

    public Task<HttpResponseMessage> Get(string path) => Send(HttpMethod.Get, path);

    public Task<HttpResponseMessage> Post(string path, object? body = null, params (string Name, string Value)[] headers) =>
        Send(HttpMethod.Post, path, body, headers);

    public Task<HttpResponseMessage> SignIn(string name, string password) => Post("/api/session", new { name, password });

    public async Task<HttpResponseMessage> Send(HttpMethod method, string path, object? body = null, params (string Name, string Value)[] headers)
    {
        using var request = new HttpRequestMessage(method, path);
        request.Content = body as HttpContent ?? (body is null ? null : JsonContent.Create(body));
        if (!Forgets && cookies.GetCookies(server.BaseAddress)[ForgeryGate.ReadableCookie] is { } token)
        {
            request.Headers.Add(ForgeryGate.HeaderName, token.Value);
        }

        foreach (var (name, value) in headers)
        {
            request.Headers.TryAddWithoutValidation(name, value);
        }

        return await Http.SendAsync(request, TestContext.Current.CancellationToken);
    }

    /// <summary>Opens the live feed as the browser program does: a WebSocket without negotiation.</summary>
    public async Task<Screen> Watch(string? origin = null)
    {
        var client = server.CreateWebSocketClient();
        client.ConfigureRequest = request =>
        {
            request.Headers.Cookie = CookieHeader;
            if (origin is not null)
            {
                request.Headers.Origin = origin;
            }
        };
        var socket = await client.ConnectAsync(new Uri(server.BaseAddress, "/live"), TestContext.Current.CancellationToken);
        return await Screen.Open(socket);
    }

    public void Dispose() => http?.Dispose();
}

internal static class Answers
{
    public static async Task<JsonElement> Json(this HttpResponseMessage answer) =>
        JsonDocument.Parse(await answer.Content.ReadAsStringAsync(TestContext.Current.CancellationToken)).RootElement;

    public static async Task<JsonElement> Json(this Task<HttpResponseMessage> answer) => await (await answer).Json();

    /// <summary>The last part of a problem's type.</summary>
    public static async Task<string> Kind(this HttpResponseMessage answer)
    {
        Assert.Equal("application/problem+json", answer.Content.Headers.ContentType?.MediaType);
        return (await answer.Json()).GetProperty("type").GetString()!.Split('/')[^1];
    }
}
