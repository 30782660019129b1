using static TorchSharp.torch;

namespace TorchSharp.Interop;

/// <summary>An argument of an operator on the managed side; keeps what it refers to alive during the call.</summary>
internal readonly struct Arg
{
    internal readonly object? Reference;
    internal readonly long Bits;
    internal readonly ValueKind Kind;

    private Arg(ValueKind kind, object? reference, long bits = 0)
    {
        Kind = reference is null && IsReference(kind) ? ValueKind.None : kind;
        Reference = reference;
        Bits = bits;
    }

    internal static Arg None => default;

    public static implicit operator Arg(Tensor? value) => new(ValueKind.Tensor, value);

    public static implicit operator Arg(Generator? value) => new(ValueKind.Generator, value);

    public static implicit operator Arg(Device? value) => new(ValueKind.Device, value);

    public static implicit operator Arg(long[]? value) => new(ValueKind.Ints, value);

    public static implicit operator Arg(bool[]? value) => new(ValueKind.Bools, value);

    public static implicit operator Arg(double[]? value) => new(ValueKind.Doubles, value);

    public static implicit operator Arg(string? value) => new(ValueKind.String, value);

    public static implicit operator Arg(int value) => new(ValueKind.Int, null, value);

    public static implicit operator Arg(long value) => new(ValueKind.Int, null, value);

    public static implicit operator Arg(long? value) => value is { } v ? v : None;

    public static implicit operator Arg(bool value) => new(ValueKind.Bool, null, value ? 1 : 0);

    public static implicit operator Arg(bool? value) => value is { } v ? v : None;

    public static implicit operator Arg(double value) => new(ValueKind.Double, null, BitConverter.DoubleToInt64Bits(value));

    public static implicit operator Arg(double? value) => value is { } v ? v : None;

    public static implicit operator Arg(ScalarType value) => new(ValueKind.Int, null, (long)value);

    public static implicit operator Arg(ScalarType? value) => value is { } v ? v : None;

    public static implicit operator Arg(Scalar? value) => value is null ? None : new(value.Kind, null, value.Bits);

    internal static Arg List(IEnumerable<Tensor> tensors) =>
        new(ValueKind.Tensors, tensors as Tensor[] ?? tensors.ToArray());

    internal static Arg OptionalList(Tensor?[] tensors) => new(ValueKind.OptionalTensors, tensors);

    private static bool IsReference(ValueKind kind) =>
        kind is not (ValueKind.Int or ValueKind.Double or ValueKind.Bool);
}
