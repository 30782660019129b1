using System.Runtime.InteropServices;

namespace TorchSharp.Interop;

internal enum ValueKind
{
    None, Tensor, Int, Double, Bool, Ints, Doubles, Tensors, OptionalTensors, String, Device, Generator, Bools,
}

/// <summary>An argument or a result as the shim sees it; the layout is shared with native/call.cpp.</summary>
[StructLayout(LayoutKind.Sequential)]
internal struct Value
{
    internal ValueKind Kind;
    internal int Count;
    internal long Bits;

    internal readonly double Real => BitConverter.Int64BitsToDouble(Bits);
}
