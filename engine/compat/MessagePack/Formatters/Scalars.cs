namespace MessagePack.Formatters;

internal readonly struct Int16Scalar : IScalar<short>
{
    public static void Write(ref MessagePackWriter writer, short value) => writer.Write(value);

    public static short Read(ref MessagePackReader reader) => reader.ReadInt16();
}

internal readonly struct Int32Scalar : IScalar<int>
{
    public static void Write(ref MessagePackWriter writer, int value) => writer.Write(value);

    public static int Read(ref MessagePackReader reader) => reader.ReadInt32();
}

internal readonly struct Int64Scalar : IScalar<long>
{
    public static void Write(ref MessagePackWriter writer, long value) => writer.Write(value);

    public static long Read(ref MessagePackReader reader) => reader.ReadInt64();
}

internal readonly struct UInt16Scalar : IScalar<ushort>
{
    public static void Write(ref MessagePackWriter writer, ushort value) => writer.Write(value);

    public static ushort Read(ref MessagePackReader reader) => reader.ReadUInt16();
}

internal readonly struct UInt32Scalar : IScalar<uint>
{
    public static void Write(ref MessagePackWriter writer, uint value) => writer.Write(value);

    public static uint Read(ref MessagePackReader reader) => reader.ReadUInt32();
}

internal readonly struct UInt64Scalar : IScalar<ulong>
{
    public static void Write(ref MessagePackWriter writer, ulong value) => writer.Write(value);

    public static ulong Read(ref MessagePackReader reader) => reader.ReadUInt64();
}

internal readonly struct ByteScalar : IScalar<byte>
{
    public static void Write(ref MessagePackWriter writer, byte value) => writer.Write(value);

    public static byte Read(ref MessagePackReader reader) => reader.ReadByte();
}

internal readonly struct SByteScalar : IScalar<sbyte>
{
    public static void Write(ref MessagePackWriter writer, sbyte value) => writer.Write(value);

    public static sbyte Read(ref MessagePackReader reader) => reader.ReadSByte();
}

internal readonly struct CharScalar : IScalar<char>
{
    public static void Write(ref MessagePackWriter writer, char value) => writer.Write(value);

    public static char Read(ref MessagePackReader reader) => reader.ReadChar();
}

internal readonly struct BooleanScalar : IScalar<bool>
{
    public static void Write(ref MessagePackWriter writer, bool value) => writer.Write(value);

    public static bool Read(ref MessagePackReader reader) => reader.ReadBoolean();
}

internal readonly struct SingleScalar : IScalar<float>
{
    public static void Write(ref MessagePackWriter writer, float value) => writer.Write(value);

    public static float Read(ref MessagePackReader reader) => reader.ReadSingle();
}

internal readonly struct DoubleScalar : IScalar<double>
{
    public static void Write(ref MessagePackWriter writer, double value) => writer.Write(value);

    public static double Read(ref MessagePackReader reader) => reader.ReadDouble();
}

internal readonly struct DateTimeScalar : IScalar<DateTime>
{
    public static void Write(ref MessagePackWriter writer, DateTime value) => writer.Write(value);

    public static DateTime Read(ref MessagePackReader reader) => reader.ReadDateTime();
}

internal readonly struct StringScalar : IScalar<string?>
{
    public static void Write(ref MessagePackWriter writer, string? value) => writer.Write(value);

    public static string? Read(ref MessagePackReader reader) => reader.ReadString();
}
