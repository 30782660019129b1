namespace MessagePack;

public static partial class MessagePackSerializer
{
    private const int SmallestRead = 4096;

    public static void Serialize<T>(
        Stream stream,
        T value,
        MessagePackSerializerOptions? options = null,
        CancellationToken cancellationToken = default)
    {
        cancellationToken.ThrowIfCancellationRequested();
        using var scratch = ScratchBuffer.Rent();
        Serialize(scratch, value, options, cancellationToken);
        try
        {
            stream.Write(scratch.WrittenSpan);
        }
        catch (Exception e)
        {
            throw WriteFailed(e);
        }
    }

    public static async Task SerializeAsync<T>(
        Stream stream,
        T value,
        MessagePackSerializerOptions? options = null,
        CancellationToken cancellationToken = default)
    {
        cancellationToken.ThrowIfCancellationRequested();
        using var scratch = ScratchBuffer.Rent();
        Serialize(scratch, value, options, cancellationToken);
        try
        {
            await stream.WriteAsync(scratch.WrittenMemory, cancellationToken).ConfigureAwait(false);
        }
        catch (Exception e)
        {
            throw WriteFailed(e);
        }
    }

    /// <summary>Reads one value; a stream that can seek is left right after it, any other at its end.</summary>
    public static T Deserialize<T>(
        Stream stream,
        MessagePackSerializerOptions? options = null,
        CancellationToken cancellationToken = default)
    {
        cancellationToken.ThrowIfCancellationRequested();
        using var scratch = ScratchBuffer.Rent();
        try
        {
            int count;
            do
            {
                count = stream.Read(scratch.GetSpan(SmallestRead));
                scratch.Advance(count);
            }
            while (count > 0);
        }
        catch (Exception e)
        {
            throw ReadFailed(e);
        }

        return DeserializeAndRewind<T>(stream, scratch.WrittenMemory, options, cancellationToken);
    }

    /// <inheritdoc cref="Deserialize{T}(Stream, MessagePackSerializerOptions?, CancellationToken)"/>
    public static async ValueTask<T> DeserializeAsync<T>(
        Stream stream,
        MessagePackSerializerOptions? options = null,
        CancellationToken cancellationToken = default)
    {
        cancellationToken.ThrowIfCancellationRequested();
        using var scratch = ScratchBuffer.Rent();
        try
        {
            int count;
            do
            {
                count = await stream.ReadAsync(scratch.GetMemory(SmallestRead), cancellationToken).ConfigureAwait(false);
                scratch.Advance(count);
            }
            while (count > 0);
        }
        catch (Exception e)
        {
            throw ReadFailed(e);
        }

        return DeserializeAndRewind<T>(stream, scratch.WrittenMemory, options, cancellationToken);
    }

    private static T DeserializeAndRewind<T>(
        Stream stream,
        ReadOnlyMemory<byte> bytes,
        MessagePackSerializerOptions? options,
        CancellationToken cancellationToken)
    {
        var value = Deserialize<T>(bytes, options, out var bytesRead, cancellationToken);
        if (stream.CanSeek && bytesRead < bytes.Length)
        {
            stream.Seek(bytesRead - bytes.Length, SeekOrigin.Current);
        }

        return value;
    }

    private static MessagePackSerializationException WriteFailed(Exception cause) =>
        new("Error occurred while writing the serialized data to the stream.", cause);

    private static MessagePackSerializationException ReadFailed(Exception cause) =>
        new("Error occurred while reading from the stream.", cause);
}
