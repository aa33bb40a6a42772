using System.Buffers.Binary;
using System.Net;
using System.Net.Sockets;

namespace Monitor.Silo.Probes.Visits;

/// <summary>Writes a DNS question and reads the addresses out of its answer (RFC 1035 §4). An answer that is no DNS counts as a failing server.</summary>
internal static class DnsMessage
{
    private const int Header = 12;
    private const int NoSuchName = 3;

    public static byte[] Question(ushort id, ReadOnlySpan<byte> host, ushort type)
    {
        // Each dot becomes the length of the label behind it, so the name takes two bytes more than its text.
        var message = new byte[Header + host.Length + 2 + 4];
        BinaryPrimitives.WriteUInt16BigEndian(message, id);
        message[2] = 1; // Recursion desired.
        message[5] = 1; // One question.
        var at = Header;
        foreach (var range in host.Split((byte)'.'))
        {
            var label = host[range];
            message[at++] = (byte)label.Length;
            label.CopyTo(message.AsSpan(at));
            at += label.Length;
        }

        BinaryPrimitives.WriteUInt16BigEndian(message.AsSpan(at + 1), type);
        message[at + 4] = 1; // Class IN.
        return message;
    }

    /// <summary>True when a datagram answers this question and no other.</summary>
    public static bool Answers(ReadOnlySpan<byte> answer, ReadOnlySpan<byte> question) =>
        answer.Length >= question.Length && answer[..2].SequenceEqual(question[..2]) && (answer[2] & 0x80) != 0
        && answer[Header..question.Length].SequenceEqual(question[Header..]);

    public static bool IsCut(ReadOnlySpan<byte> answer) => (answer[2] & 0x02) != 0;

    /// <exception cref="SocketException">The server says there is no such name, or fails.</exception>
    public static IPAddress[] Addresses(ReadOnlySpan<byte> answer, ushort type)
    {
        var code = answer[3] & 0x0F;
        if (code != 0)
        {
            throw new SocketException((int)(code == NoSuchName ? SocketError.HostNotFound : SocketError.TryAgain));
        }

        try
        {
            return Records(answer, type);
        }
        catch (Exception e) when (e is ArgumentOutOfRangeException or IndexOutOfRangeException)
        {
            // Spans check every step for us; a length that points outside is the server's fault.
            throw new SocketException((int)SocketError.TryAgain);
        }
    }

    private static IPAddress[] Records(ReadOnlySpan<byte> answer, ushort type)
    {
        var found = new List<IPAddress>();
        var count = BinaryPrimitives.ReadUInt16BigEndian(answer[6..]);
        var at = SkipName(answer, Header) + 4;
        for (var i = 0; i < count; i++)
        {
            at = SkipName(answer, at);
            var kind = BinaryPrimitives.ReadUInt16BigEndian(answer[at..]);
            var length = BinaryPrimitives.ReadUInt16BigEndian(answer[(at + 8)..]);
            var content = answer.Slice(at + 10, length);
            if (kind == type && content.Length is 4 or 16)
            {
                found.Add(new(content));
            }

            at += 10 + length;
        }

        return [.. found];
    }

    /// <summary>The server follows aliases for us, so names need only be stepped over, and a pointer ends one.</summary>
    private static int SkipName(ReadOnlySpan<byte> answer, int at)
    {
        while (answer[at] is > 0 and < 0xC0)
        {
            at += answer[at] + 1;
        }

        return answer[at] == 0 ? at + 1 : at + 2;
    }
}
