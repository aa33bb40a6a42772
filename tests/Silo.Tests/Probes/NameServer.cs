using System.Net;
using System.Net.Sockets;

namespace Monitor.Tests.Probes;

/// <summary>A UDP name server on loopback that sends what it is told for each question.</summary>
internal sealed class NameServer : IDisposable
{
    private readonly Socket _socket = new(AddressFamily.InterNetwork, SocketType.Dgram, ProtocolType.Udp);
    private readonly Func<byte[], byte[]>[] _answers;

    public NameServer(params Func<byte[], byte[]>[] answers)
    {
        _answers = answers;
        _socket.Bind(new IPEndPoint(IPAddress.Loopback, 0));
        _ = Serve();
    }

    public IPEndPoint At => (IPEndPoint)_socket.LocalEndPoint!;

    /// <summary>An answer with these records, each behind a pointer to the question's name.</summary>
    public static byte[] Answer(byte[] question, byte code, (ushort Type, byte[] Content)[] records) =>
    [
        question[0], question[1], 0x81, (byte)(0x80 | code), 0, 1, 0, (byte)records.Length, 0, 0, 0, 0, .. question[12..],
        .. records.SelectMany(r => (byte[])[0xC0, 12, (byte)(r.Type >> 8), (byte)r.Type, 0, 1, 0, 0, 0, 60, 0, (byte)r.Content.Length, .. r.Content]),
    ];

    public void Dispose() => _socket.Dispose();

    private async Task Serve()
    {
        var buffer = new byte[512];
        try
        {
            while (true)
            {
                var asked = await _socket.ReceiveFromAsync(buffer, new IPEndPoint(IPAddress.Any, 0));
                foreach (var answer in _answers)
                {
                    await _socket.SendToAsync(answer(buffer[..asked.ReceivedBytes]), asked.RemoteEndPoint);
                }
            }
        }
        catch (Exception e) when (e is SocketException or ObjectDisposedException)
        {
            // Disposed.
        }
    }
}
