using System.Net;
using System.Net.Sockets;
using Monitor.Rules;
using Monitor.Silo.Probes.Guard;

namespace Monitor.Silo.Probes.Visits;

/// <summary>What came of connecting: a stream to speak HTTP on, or why not, and the certificate in either case.</summary>
internal readonly record struct Connected(Stream? Stream, IPAddress? Address, CertificateFacts? Certificate, Failure? Failure);

/// <summary>
/// Opens the way to one hop. Connecting by hand, before HTTP, ties every time, address and certificate to this probe alone
/// and puts the guard's question about the very address the socket connects to.
/// </summary>
internal sealed class Connector(ProbeOptions options, AddressGuard guard, Handshake handshake, TimeProvider clock)
{
    public async ValueTask<Connected> Open(Uri url, IPAddress[] addresses, Trace trace, CancellationToken cancel)
    {
        trace.Enter(Phase.Connect);
        var (socket, address, failure) = await Reach(addresses, url.Port, cancel);
        trace.Leave();
        if (socket is null)
        {
            return new(null, address, null, failure);
        }

        var plain = new NetworkStream(socket, ownsSocket: true);
        if (url.Scheme != Uri.UriSchemeHttps)
        {
            return new(plain, address, null, null);
        }

        trace.Enter(Phase.Tls);
        var secured = await handshake.Shake(plain, TargetUrl.HostOf(url), cancel);
        trace.Leave();
        return secured with { Address = address };
    }

    private async ValueTask<(Socket?, IPAddress?, Failure?)> Reach(IPAddress[] addresses, int port, CancellationToken cancel)
    {
        Failure? refused = null;
        (IPAddress?, Failure?) failed = default;
        for (var i = 0; i < addresses.Length; i++)
        {
            var address = AddressGuard.Plain(addresses[i]);
            if (guard.Refuses(addresses[i]) is { } why)
            {
                refused = Failures.Of(FailureClass.AddressRefused, why);
                continue;
            }

            var (socket, failure) = await Try(address, port, isLast: i == addresses.Length - 1, cancel);
            if (socket is not null)
            {
                return (socket, address, null);
            }

            failed = (address, failure);
        }

        return (null, failed.Item1, failed.Item2 ?? refused);
    }

    private async ValueTask<(Socket?, Failure?)> Try(IPAddress address, int port, bool isLast, CancellationToken cancel)
    {
        var socket = new Socket(address.AddressFamily, SocketType.Stream, ProtocolType.Tcp) { NoDelay = true };
        using var limit = isLast ? null : new Deadline(options.ConnectTry, clock, cancel);
        try
        {
            await socket.ConnectAsync(new IPEndPoint(address, port), limit?.Token ?? cancel);
            return (socket, null);
        }
        catch (SocketException e)
        {
            socket.Dispose();
            return (null, Failures.Connect(e, address));
        }
        catch (OperationCanceledException) when (limit is { Passed: true } && !cancel.IsCancellationRequested)
        {
            socket.Dispose();
            return (null, Failures.Of(FailureClass.Connect, $"{address}: no connection within {options.ConnectTry.TotalSeconds:0.###} s"));
        }
        catch
        {
            socket.Dispose();
            throw;
        }
    }
}
