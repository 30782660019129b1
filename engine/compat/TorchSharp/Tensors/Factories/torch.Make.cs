using System.Runtime.CompilerServices;
using System.Runtime.InteropServices;
using TorchSharp.Interop;

namespace TorchSharp;

public static unsafe partial class torch
{
    public static Tensor from_array(Array rawArray, Device? device = null) => from_array(rawArray, null, device);

    /// <summary>A tensor over the array's own memory when type and device allow it.</summary>
    public static Tensor from_array(
        Array rawArray, ScalarType? dtype, Device? device = null, bool requires_grad = false, string[]? names = null)
    {
        var type = ToScalarType(rawArray.GetType().GetElementType()!);
        return Finish(ViewOf(rawArray, type, ShapeOf(rawArray), 0), dtype ?? type, device, requires_grad);
    }

    public static Tensor as_tensor(Array data, ScalarType? dtype = null, Device? device = null) => from_array(data, dtype, device);

    public static Tensor as_tensor(Tensor data, ScalarType? dtype = null, Device? device = null) =>
        data.to(dtype ?? data.dtype, device ?? data.device);

    public static Tensor frombuffer(Array rawArray, ScalarType dtype, long count = -1, long offset = 0, bool requires_grad = false)
    {
        if (offset < 0 || offset >= rawArray.LongLength) throw new ArgumentException($"invalid value for 'offset': {offset}");
        if (count < 0) count = rawArray.LongLength - offset;
        if (count > rawArray.LongLength - offset) throw new IndexOutOfRangeException($"element count is too large: {count}");
        var type = ToScalarType(rawArray.GetType().GetElementType()!);
        return Finish(ViewOf(rawArray, type, [count], offset), dtype, CPU, requires_grad);
    }

    internal static Tensor CopyOf<T>(
        ReadOnlySpan<T> values, ReadOnlySpan<long> dimensions, ScalarType? dtype, Device? device, bool requiresGrad)
        where T : unmanaged
    {
        var count = 1L;
        foreach (var dimension in dimensions) count *= dimension;
        if (count > values.Length)
            throw new ArgumentException($"mismatched total size creating a tensor from an array: {count} vs. {values.Length}");
        var type = ToScalarType(typeof(T));
        fixed (T* data = values)
        fixed (long* sizes = dimensions)
        {
            var made = new Tensor(NativeError.Check(Native.shim_tensor_from(data, (int)type, sizes, dimensions.Length)));
            return Finish(made, dtype ?? type, device, requiresGrad);
        }
    }

    private static Tensor CopyOfArray<T>(Array values, ScalarType? dtype, Device? device, bool requiresGrad) where T : unmanaged
    {
        var flat = MemoryMarshal.CreateReadOnlySpan(
            ref Unsafe.As<byte, T>(ref MemoryMarshal.GetArrayDataReference(values)), values.Length);
        return CopyOf(flat, ShapeOf(values), dtype, device, requiresGrad);
    }

    private static Tensor Make(Op op, long[] size, ScalarType? dtype, Device? device, bool requiresGrad) =>
        WithGrad(op.Call(size, dtype ?? get_default_dtype(), Arg.None, InitializeDevice(device)), requiresGrad);

    private static Tensor MakeRandom(
        Op op, Op seeded, long[] size, Generator? generator, ScalarType? dtype, Device? device, bool requiresGrad)
    {
        var type = dtype ?? get_default_dtype();
        if (is_integral(type)) throw new ArgumentException($"Random real numbers need a floating-point type, not {type}.", nameof(dtype));
        var made = generator is null
            ? op.Call(size, type, Arg.None, InitializeDevice(device))
            : seeded.Call(size, generator, type, Arg.None, InitializeDevice(device));
        return WithGrad(made, requiresGrad);
    }

    private static Tensor WithGrad(Tensor tensor, bool requiresGrad) => requiresGrad ? tensor.requires_grad_() : tensor;

    private static Tensor Finish(Tensor made, ScalarType dtype, Device? device, bool requiresGrad)
    {
        var target = InitializeDevice(device);
        if (made.dtype != dtype || target.type != DeviceType.CPU) made = made.to(dtype, target, disposeAfter: true);
        return WithGrad(made, requiresGrad);
    }

    private static Tensor ViewOf(Array array, ScalarType type, long[] shape, long offset)
    {
        var pin = GCHandle.Alloc(array, GCHandleType.Pinned);
        fixed (long* sizes = shape)
        {
            var start = (byte*)Unsafe.AsPointer(ref MemoryMarshal.GetArrayDataReference(array)) + (offset * type.ElementSize());
            var view = Native.shim_tensor_view(start, (int)type, sizes, shape.Length, &Unpin, GCHandle.ToIntPtr(pin));
            if (view == 0) pin.Free();
            return new Tensor(NativeError.Check(view));
        }
    }

    [UnmanagedCallersOnly]
    private static void Unpin(nint pin) => GCHandle.FromIntPtr(pin).Free();

    private static long[] ShapeOf(Array array)
    {
        var shape = new long[array.Rank];
        for (var i = 0; i < shape.Length; i++) shape[i] = array.GetLongLength(i);
        return shape;
    }
}
