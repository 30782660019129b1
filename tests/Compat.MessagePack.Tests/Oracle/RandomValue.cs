using MessagePack;

namespace Compat.MessagePack.Tests.Oracle;

/// <summary>Writes random values of every kind.</summary>
internal sealed class RandomValue(int seed)
{
    private readonly Random random = new(seed);

    public void Write(ref MessagePackWriter writer, int depth)
    {
        switch (random.Next(depth > 0 ? 10 : 8))
        {
            case 0:
                writer.WriteNil();
                break;
            case 1:
                writer.Write(random.Next(2) == 0);
                break;
            case 2:
                writer.Write(random.NextInt64(long.MinValue, long.MaxValue) >> random.Next(64));
                break;
            case 3:
                writer.Write((ulong)random.NextInt64(long.MinValue, long.MaxValue) >> random.Next(64));
                break;
            case 4:
                writer.Write(BitConverter.Int64BitsToDouble(random.NextInt64()));
                break;
            case 5:
                writer.Write(string.Concat(Enumerable.Repeat(Letters(), Size())));
                break;
            case 6:
                writer.Write(Bytes(Size()));
                break;
            case 7:
                WriteExtension(ref writer);
                break;
            case 8:
                WriteMany(ref writer, depth, hasKeys: false);
                break;
            default:
                WriteMany(ref writer, depth, hasKeys: true);
                break;
        }
    }

    private void WriteMany(ref MessagePackWriter writer, int depth, bool hasKeys)
    {
        var count = random.Next(18);
        if (hasKeys)
        {
            writer.WriteMapHeader(count);
        }
        else
        {
            writer.WriteArrayHeader(count);
        }

        for (var i = 0; i < count; i++)
        {
            if (hasKeys)
            {
                writer.Write("key" + i);
            }

            Write(ref writer, depth - 1);
        }
    }

    private void WriteExtension(ref MessagePackWriter writer)
    {
        if (random.Next(2) == 0)
        {
            writer.Write(new DateTime(random.NextInt64(DateTime.MaxValue.Ticks), DateTimeKind.Utc));
        }
        else
        {
            writer.WriteExtensionFormat(new ExtensionResult((sbyte)random.Next(128), Bytes(Size() + 1)));
        }
    }

    private string Letters() => random.Next(3) switch { 0 => "a", 1 => "\u20ac", _ => "\U0001f600\0" };

    private int Size() => random.Next(5) switch { 0 => 0, 1 => 31, 2 => 255, 3 => 300, _ => random.Next(40) };

    private byte[] Bytes(int count)
    {
        var bytes = new byte[count];
        random.NextBytes(bytes);
        return bytes;
    }
}
