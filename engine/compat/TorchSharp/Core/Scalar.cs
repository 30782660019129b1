using TorchSharp.Interop;

namespace TorchSharp;

/// <summary>A number or a truth value with the kind that decides type promotion; lives on the managed side only.</summary>
public sealed class Scalar : IDisposable
{
    internal readonly ValueKind Kind;
    internal readonly long Bits;

    private Scalar(ValueKind kind, long bits, torch.ScalarType type)
    {
        Kind = kind;
        Bits = bits;
        Type = type;
    }

    public torch.ScalarType Type { get; }

    public static implicit operator Scalar(byte value) => FromInteger(value);

    public static implicit operator Scalar(sbyte value) => FromInteger(value);

    public static implicit operator Scalar(short value) => FromInteger(value);

    public static implicit operator Scalar(int value) => FromInteger(value);

    public static implicit operator Scalar(long value) => FromInteger(value);

    public static implicit operator Scalar(Half value) => FromReal((double)value);

    public static implicit operator Scalar(float value) => FromReal(value);

    public static implicit operator Scalar(double value) => FromReal(value);

    public static implicit operator Scalar(bool value) => new(ValueKind.Bool, value ? 1 : 0, torch.ScalarType.Bool);

    internal static Scalar FromInteger(long value) => new(ValueKind.Int, value, torch.ScalarType.Int64);

    internal static Scalar FromReal(double value) =>
        new(ValueKind.Double, BitConverter.DoubleToInt64Bits(value), torch.ScalarType.Float64);

    internal static Scalar FromValue(Value value) => value.Kind switch
    {
        ValueKind.Int => FromInteger(value.Bits),
        ValueKind.Bool => value.Bits != 0,
        _ => FromReal(value.Real),
    };

    internal double AsReal => Kind == ValueKind.Double ? BitConverter.Int64BitsToDouble(Bits) : Bits;

    internal long AsInteger => Kind == ValueKind.Double ? (long)BitConverter.Int64BitsToDouble(Bits) : Bits;

    public void Dispose()
    {
    }

    public override string ToString() => Kind switch
    {
        ValueKind.Double => AsReal.ToString(System.Globalization.CultureInfo.InvariantCulture),
        ValueKind.Bool => Bits != 0 ? "True" : "False",
        _ => Bits.ToString(System.Globalization.CultureInfo.InvariantCulture),
    };
}
