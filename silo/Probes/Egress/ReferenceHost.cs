using System.Net;
using System.Net.Sockets;

namespace Monitor.Silo.Probes.Egress;

/// <summary>A host of the operator's choice that answers whenever our own way out works.</summary>
internal sealed record ReferenceHost(string Host, int Port, Uri? Url)
{
    /// <summary>Reads <c>host:port</c> or an http address; null when it is neither.</summary>
    public static ReferenceHost? Read(string text)
    {
        if (Uri.TryCreate(text, UriKind.Absolute, out var url) && url.Scheme is "http" or "https" && url.Host.Length > 0)
        {
            return new(url.IdnHost, url.Port, url);
        }

        return Uri.TryCreate($"tcp://{text}", UriKind.Absolute, out var bare) && bare is { Port: > 0, Host.Length: > 0, PathAndQuery: "/" or "" }
            ? new(bare.IdnHost, bare.Port, null) : null;
    }

    /// <summary>True when it accepts a connection and, for an http address, answers anything at all.</summary>
    public async Task<bool> Answers(HttpMessageInvoker http, CancellationToken cancel)
    {
        try
        {
            if (Url is null)
            {
                using var socket = new Socket(SocketType.Stream, ProtocolType.Tcp);
                await socket.ConnectAsync(new DnsEndPoint(Host, Port), cancel);
                return true;
            }

            using var request = new HttpRequestMessage(HttpMethod.Head, Url);
            using var response = await http.SendAsync(request, cancel);
            return true;
        }
        catch (Exception e) when (Visits.Failures.IsTheirs(e))
        {
            return false;
        }
    }
}
