using System.Runtime.CompilerServices;

namespace MessagePack;

public ref partial struct MessagePackWriter
{
    private const int SecondsBits = 34;

    /// <summary>Writes the timestamp extension in its 32, 64 or 96 bit form; a local time is turned into UTC.</summary>
    public void Write(DateTime dateTime)
    {
        var utc = dateTime.Kind == DateTimeKind.Local ? dateTime.ToUniversalTime() : dateTime;
        var ticks = utc.Ticks - DateTime.UnixEpoch.Ticks;
        var seconds = Math.DivRem(ticks, TimeSpan.TicksPerSecond, out var rest);
        if (rest < 0)
        {
            seconds--;
            rest += TimeSpan.TicksPerSecond;
        }

        var nanoseconds = (uint)(rest * TimeSpan.NanosecondsPerTick);
        if (seconds >> SecondsBits != 0)
        {
            WriteExtensionFormatHeader(new ExtensionHeader(ReservedMessagePackExtensionTypeCode.DateTime, 12u));
            WriteBigEndian(nanoseconds);
            WriteBigEndian((ulong)seconds);
        }
        else if (nanoseconds != 0 || seconds > uint.MaxValue)
        {
            WriteExtensionFormatHeader(new ExtensionHeader(ReservedMessagePackExtensionTypeCode.DateTime, 8u));
            WriteBigEndian(((ulong)nanoseconds << SecondsBits) | (ulong)seconds);
        }
        else
        {
            WriteExtensionFormatHeader(new ExtensionHeader(ReservedMessagePackExtensionTypeCode.DateTime, 4u));
            WriteBigEndian((uint)seconds);
        }
    }

    private void WriteBigEndian(uint value)
    {
        Unsafe.WriteUnaligned(ref Reserve(sizeof(uint)), BigEndian(value));
        used += sizeof(uint);
    }

    private void WriteBigEndian(ulong value)
    {
        Unsafe.WriteUnaligned(ref Reserve(sizeof(ulong)), BigEndian(value));
        used += sizeof(ulong);
    }
}
