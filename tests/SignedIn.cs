using System.Net;
using System.Net.Http.Json;
using System.Text.Json;

namespace Monitor.Tests;

/// <summary>A client of a running server, signed in as its first administrator: cookies, antiforgery, and the change of the one-time password.</summary>
internal sealed class SignedIn : IDisposable
{
    /// <summary>What the server is started with, as MONITOR_ADMIN_PASSWORD.</summary>
    public const string FirstPassword = "First-Of-The-Desk-1!";

    private const string OwnPassword = "Own-Of-The-Desk-2!";
    private readonly CookieContainer _cookies;
    private readonly HttpClient _http;

    private SignedIn(Uri address)
    {
        _cookies = new CookieContainer();
        _http = new HttpClient(new SocketsHttpHandler { CookieContainer = _cookies }) { BaseAddress = address, Timeout = TimeSpan.FromSeconds(30) };
    }

    /// <summary>What a WebSocket needs to be let in.</summary>
    public CookieContainer Cookies => _cookies;

    public Uri Address => _http.BaseAddress!;

    /// <summary>Signs in with whichever password is in force, and takes the new one into use when that is asked for.</summary>
    /// <exception cref="InvalidOperationException">The server let us in with neither.</exception>
    public static async Task<SignedIn> At(Uri address, CancellationToken cancel)
    {
        foreach (var password in new[] { OwnPassword, FirstPassword })
        {
            var client = new SignedIn(address);
            await client.Get("/api/session", cancel);
            using var answer = await client.Send(HttpMethod.Post, "/api/session", JsonContent.Create(new { name = "admin", password }), [], cancel);
            if (answer.StatusCode == HttpStatusCode.OK)
            {
                await client.Settle(password, await answer.Content.ReadFromJsonAsync<JsonElement>(cancel), cancel);
                return client;
            }

            client.Dispose();
        }

        throw new InvalidOperationException($"{address} lets the administrator in with neither password.");
    }

    public async Task<JsonElement> Get(string path, CancellationToken cancel) =>
        await _http.GetFromJsonAsync<JsonElement>(new Uri(path, UriKind.Relative), cancel);

    public async Task<string> Text(string path, CancellationToken cancel) =>
        await _http.GetStringAsync(new Uri(path, UriKind.Relative), cancel);

    /// <summary>Sends a write with the antiforgery token of this session.</summary>
    public async Task<HttpResponseMessage> Send(
        HttpMethod method, string path, HttpContent? content, (string Name, string Value)[] headers, CancellationToken cancel)
    {
        using var request = new HttpRequestMessage(method, new Uri(path, UriKind.Relative)) { Content = content };
        request.Headers.Add("X-XSRF-TOKEN", Uri.UnescapeDataString(_cookies.GetCookies(Address)["XSRF-TOKEN"]?.Value ?? ""));
        foreach (var (name, value) in headers)
        {
            request.Headers.TryAddWithoutValidation(name, value);
        }

        return await _http.SendAsync(request, cancel);
    }

    public void Dispose() => _http.Dispose();

    private async Task Settle(string password, JsonElement session, CancellationToken cancel)
    {
        // The antiforgery token names the person, so a new one is fetched after signing in.
        await Get("/api/session", cancel);
        if (password == FirstPassword && session.TryGetProperty("mustChangePassword", out var must) && must.GetBoolean())
        {
            var change = JsonContent.Create(new { current = password, next = OwnPassword });
            using var answer = await Send(HttpMethod.Post, "/api/session/password", change, [], cancel);
            answer.EnsureSuccessStatusCode();
            await Get("/api/session", cancel);
        }
    }
}
