using System.Buffers.Binary;
using MessagePack;

using NasEngine.Pipeline.Records;
namespace NasEngine.Pipeline.Workers.Protocol;

/// <summary>
/// Frames on a pipe: four bytes <c>NASW</c>, four bytes length (little-endian), then one MessagePack message. Anything
/// else on the pipe is a broken worker.
/// </summary>
public static class WorkerProtocol
{
    /// <summary>Version of the messages; both sides must have the same.</summary>
    public const int Version = 6;

    private const uint Magic = 0x5753414E;
    private const int Header = 8;
    private const int Longest = 256 << 20;

    /// <summary>One message as a frame.</summary>
    public static byte[] Frame<T>(T message)
    {
        var body = RecordBytes.Write(message);
        var frame = new byte[Header + body.Length];
        BinaryPrimitives.WriteUInt32LittleEndian(frame, Magic);
        BinaryPrimitives.WriteInt32LittleEndian(frame.AsSpan(4), body.Length);
        body.CopyTo(frame, Header);
        return frame;
    }

    /// <summary>The next message, or null at the end of the pipe.</summary>
    /// <exception cref="WorkerLost">What came is no frame or no message.</exception>
    public static async Task<T?> ReadAsync<T>(Stream pipe, CancellationToken cancellation)
        where T : class
    {
        var header = new byte[Header];
        var read = await pipe.ReadAtLeastAsync(header, Header, throwOnEndOfStream: false, cancellation).ConfigureAwait(false);
        if (read == 0)
        {
            return null;
        }

        var length = BinaryPrimitives.ReadInt32LittleEndian(header.AsSpan(4));
        if (read < Header || BinaryPrimitives.ReadUInt32LittleEndian(header) != Magic || length is < 0 or > Longest)
        {
            throw new WorkerLost("what came over the pipe is no message");
        }

        var body = new byte[length];
        try
        {
            await pipe.ReadExactlyAsync(body, cancellation).ConfigureAwait(false);
            return RecordBytes.Read<T>(body);
        }
        catch (Exception problem) when (problem is EndOfStreamException or MessagePackSerializationException)
        {
            throw new WorkerLost("a message over the pipe is broken", problem);
        }
    }
}
