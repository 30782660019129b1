namespace MessagePack.Formatters;

internal static class ScalarSpan
{
    public static void Write<T, TScalar>(ref MessagePackWriter writer, scoped ReadOnlySpan<T> values)
        where TScalar : struct, IScalar<T>
    {
        writer.WriteArrayHeader(values.Length);
        foreach (var value in values)
        {
            TScalar.Write(ref writer, value);
        }
    }

    public static void Read<T, TScalar>(ref MessagePackReader reader, scoped Span<T> values)
        where TScalar : struct, IScalar<T>
    {
        reader.CancellationToken.ThrowIfCancellationRequested();
        for (var i = 0; i < values.Length; i++)
        {
            values[i] = TScalar.Read(ref reader);
        }
    }
}
