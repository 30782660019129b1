using MessagePack;

namespace Compat.MessagePack.Tests.Hostile;

/// <summary>Malformed messages: noise, headers that promise too much, and good messages spoilt.</summary>
internal sealed class FuzzInput(int seed)
{
    private static readonly byte[] Headers =
    [
        MessagePackCode.Array16, MessagePackCode.Array32, MessagePackCode.Map16, MessagePackCode.Map32,
        MessagePackCode.Str8, MessagePackCode.Str16, MessagePackCode.Str32, MessagePackCode.Bin8, MessagePackCode.Bin16,
        MessagePackCode.Bin32, MessagePackCode.Ext8, MessagePackCode.Ext16, MessagePackCode.Ext32, MessagePackCode.FixExt4,
        MessagePackCode.FixExt8, MessagePackCode.NeverUsed, MessagePackCode.UInt64, MessagePackCode.Int64,
    ];

    private readonly Random random = new(seed);

    public byte[] Next(byte[] sample) => random.Next(6) switch
    {
        0 => Noise(random.Next(40)),
        1 => sample[..random.Next(sample.Length)],
        2 => Overwrite(sample, (byte)random.Next(256)),
        3 => Overwrite(sample, Headers[random.Next(Headers.Length)]),
        4 => Insert(sample, [Headers[random.Next(Headers.Length)], .. Noise(random.Next(6))]),
        _ => Nest(),
    };

    private byte[] Overwrite(byte[] sample, byte value)
    {
        byte[] spoilt = [.. sample, .. Noise(random.Next(3))];
        for (var times = random.Next(1, 4); times > 0; times--)
        {
            spoilt[random.Next(spoilt.Length)] = value;
        }

        return spoilt;
    }

    private byte[] Insert(byte[] sample, byte[] bytes)
    {
        var at = random.Next(sample.Length + 1);
        return [.. sample[..at], .. bytes, .. sample[at..]];
    }

    // Headers within headers, each promising as many elements as there are bytes left.
    private byte[] Nest()
    {
        var levels = random.Next(50) == 0 ? 600 : random.Next(12);
        var bytes = new List<byte>();
        for (var i = 0; i < levels; i++)
        {
            bytes.AddRange(random.Next(3) switch
            {
                0 => [0x92, 0x01],
                1 => [0xdc, 0x00, (byte)random.Next(256)],
                _ => [(byte)(0x90 + random.Next(16))],
            });
        }

        return [.. bytes, .. Noise(random.Next(60))];
    }

    private byte[] Noise(int count)
    {
        var bytes = new byte[count];
        random.NextBytes(bytes);
        return bytes;
    }
}
