using System.Buffers.Binary;
using System.Net;
using System.Net.Sockets;
using System.Security.Cryptography;
using System.Text;

namespace Monitor.Silo.Probes.Visits;

/// <summary>Asks one name server for A and AAAA records over UDP (RFC 1035), and over TCP when the answer was cut short.</summary>
internal sealed class DnsQuery(IPEndPoint server, TimeProvider clock)
{
    private const int DnsPort = 53;
    private const ushort TypeA = 1;
    private const ushort TypeAaaa = 28;

    private static readonly TimeSpan Resend = TimeSpan.FromSeconds(2);

    private readonly IPEndPoint _server = server.Port == 0 ? new(server.Address, DnsPort) : server;

    /// <exception cref="SocketException">HostNotFound when there is no such name; TryAgain when the server failed.</exception>
    public async Task<IPAddress[]> Find(string host, CancellationToken cancel)
    {
        var both = await Task.WhenAll(Ask(host, TypeA, cancel), Ask(host, TypeAaaa, cancel));
        return [.. both.SelectMany(a => a)];
    }

    private async Task<IPAddress[]> Ask(string host, ushort type, CancellationToken cancel)
    {
        var question = DnsMessage.Question((ushort)RandomNumberGenerator.GetInt32(ushort.MaxValue), Encoding.ASCII.GetBytes(host), type);
        var answer = await OverUdp(question, cancel);
        if (DnsMessage.IsCut(answer))
        {
            answer = await OverTcp(question, cancel);
        }

        return DnsMessage.Addresses(answer, type);
    }

    private async Task<byte[]> OverUdp(byte[] question, CancellationToken cancel)
    {
        // A connected socket takes datagrams from this server only, on a port of its own.
        using var socket = new Socket(_server.AddressFamily, SocketType.Dgram, ProtocolType.Udp);
        await socket.ConnectAsync(_server, cancel);
        while (true)
        {
            // Datagrams get lost; the caller's limit decides how often we ask again.
            using var patience = new Deadline(Resend, clock, cancel);
            try
            {
                await socket.SendAsync(question, cancel);
                return await Receive(socket, question, patience.Token);
            }
            catch (OperationCanceledException) when (patience.Passed)
            {
                continue;
            }
        }
    }

    private static async Task<byte[]> Receive(Socket socket, byte[] question, CancellationToken cancel)
    {
        var buffer = new byte[4096];
        while (true)
        {
            var length = await socket.ReceiveAsync(buffer, cancel);
            if (DnsMessage.Answers(buffer.AsSpan(0, length), question))
            {
                return buffer[..length];
            }
        }
    }

    private async Task<byte[]> OverTcp(byte[] question, CancellationToken cancel)
    {
        using var socket = new Socket(_server.AddressFamily, SocketType.Stream, ProtocolType.Tcp);
        await socket.ConnectAsync(_server, cancel);
        await using var stream = new NetworkStream(socket);
        var framed = new byte[question.Length + 2];
        BinaryPrimitives.WriteUInt16BigEndian(framed, (ushort)question.Length);
        question.CopyTo(framed, 2);
        await stream.WriteAsync(framed, cancel);
        try
        {
            await stream.ReadExactlyAsync(framed.AsMemory(0, 2), cancel);
            var answer = new byte[BinaryPrimitives.ReadUInt16BigEndian(framed)];
            await stream.ReadExactlyAsync(answer, cancel);
            return DnsMessage.Answers(answer, question) ? answer : throw new SocketException((int)SocketError.TryAgain);
        }
        catch (IOException)
        {
            throw new SocketException((int)SocketError.TryAgain);
        }
    }
}
