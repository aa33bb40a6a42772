using System.Net.Sockets;
using System.Security.Authentication;
using Monitor.Rules;

namespace Monitor.Silo.Probes.Visits;

/// <summary>Turns what the network throws into values. What is not named here is our own bug and is thrown on.</summary>
internal static class Failures
{
    private const int MaxDetail = 200;

    public static Failure Of(FailureClass kind, string detail) => new(kind, Inert(detail));

    /// <summary>True for everything a stranger's machine can make a stream or an HTTP exchange throw.</summary>
    public static bool IsTheirs(Exception e) =>
        e is HttpRequestException or IOException or SocketException or AuthenticationException;

    /// <summary>A look-up that failed. Only "there is no such name" is permanent.</summary>
    public static Failure Lookup(SocketException e) => e.SocketErrorCode switch
    {
        SocketError.HostNotFound or SocketError.NoData => Of(FailureClass.DnsNoName, $"the name has no address ({e.SocketErrorCode})"),
        _ => Of(FailureClass.Dns, $"the resolver gave no answer ({e.SocketErrorCode})"),
    };

    public static Failure Connect(SocketException e, System.Net.IPAddress address) =>
        Of(FailureClass.Connect, $"{address}: {e.SocketErrorCode}");

    public static Failure Handshake(Exception e) => Of(FailureClass.Tls, Deepest(e).Message);

    public static Failure Broken(Exception e) => Of(FailureClass.Protocol, Deepest(e).Message);

    public static Failure Late(TimeSpan limit, Trace trace) =>
        Of(FailureClass.Timeout, $"not open within {limit.TotalSeconds:0.###} s, {trace.Doing}");

    /// <summary>One line without control, format and direction characters, so that a target's words cannot paint over ours.</summary>
    public static string Inert(string text)
    {
        var line = text.AsSpan(0, Math.Min(text.Length, MaxDetail));
        return string.Create(line.Length, text, static (into, from) =>
        {
            for (var i = 0; i < into.Length; i++)
            {
                into[i] = IsPlain(from[i]) ? from[i] : ' ';
            }
        }).Trim();
    }

    private static bool IsPlain(char c) => char.GetUnicodeCategory(c) is not (
        System.Globalization.UnicodeCategory.Control or System.Globalization.UnicodeCategory.Format
        or System.Globalization.UnicodeCategory.Surrogate or System.Globalization.UnicodeCategory.LineSeparator
        or System.Globalization.UnicodeCategory.ParagraphSeparator);

    private static Exception Deepest(Exception e)
    {
        while (e.InnerException is { } inner)
        {
            e = inner;
        }

        return e;
    }
}
