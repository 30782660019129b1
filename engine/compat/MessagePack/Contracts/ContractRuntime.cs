namespace MessagePack.Contracts;

/// <summary>What compiled contracts call, kept here so that the compiled code stays small.</summary>
internal static class ContractRuntime
{
    public static void WriteKey(ref MessagePackWriter writer, byte[] encodedKey) => writer.WriteRaw(encodedKey);

    public static int EnterArray(ref MessagePackReader reader, MessagePackSerializerOptions options)
    {
        options.Security.DepthStep(ref reader);
        return reader.ReadArrayHeader();
    }

    public static int EnterTuple(ref MessagePackReader reader, MessagePackSerializerOptions options, int length)
    {
        var actual = EnterArray(ref reader, options);
        return actual == length
            ? actual
            : throw new MessagePackSerializationException($"A tuple of {length} cannot be read from an array of {actual}.");
    }

    public static int EnterMap(ref MessagePackReader reader, MessagePackSerializerOptions options)
    {
        options.Security.DepthStep(ref reader);
        return reader.ReadMapHeader();
    }

    public static void Skip(ref MessagePackReader reader, int count)
    {
        for (; count > 0; count--)
        {
            reader.Skip();
        }
    }

    public static void Leave(ref MessagePackReader reader) => reader.Depth--;
}
