using System.Buffers.Binary;

namespace MessagePack;

/// <summary>The payload of the timestamp extension, in the specification's three sizes.</summary>
internal static class Timestamp
{
    private const ulong SecondsMask = (1UL << 34) - 1;

    public static DateTime Read(ReadOnlySpan<byte> payload)
    {
        switch (payload.Length)
        {
            case 4:
                return At(BinaryPrimitives.ReadUInt32BigEndian(payload), 0);
            case 8:
                var packed = BinaryPrimitives.ReadUInt64BigEndian(payload);
                return At((long)(packed & SecondsMask), (long)(packed >> 34));
            default:
                var nanoseconds = BinaryPrimitives.ReadUInt32BigEndian(payload);
                return At(BinaryPrimitives.ReadInt64BigEndian(payload[4..]), nanoseconds);
        }
    }

    private static DateTime At(long seconds, long nanoseconds) =>
        DateTime.UnixEpoch.AddSeconds(seconds).AddTicks(nanoseconds / TimeSpan.NanosecondsPerTick);
}
