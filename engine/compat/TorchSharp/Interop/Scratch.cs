using System.Runtime.InteropServices;
using System.Text;
using static TorchSharp.torch;

namespace TorchSharp.Interop;

/// <summary>Memory for the lists among the arguments of one call: on the stack, or from the heap when it is too small.</summary>
internal unsafe ref struct Scratch(Span<long> words)
{
    private readonly Span<long> _words = words;
    private int _used;
    private List<nint>? _heap;

    internal void Write(in Arg argument, ref Value value)
    {
        value.Kind = argument.Kind;
        value.Bits = argument.Bits;
        switch (argument.Kind)
        {
            case ValueKind.Tensor:
                value.Bits = ((Tensor)argument.Reference!).Handle;
                break;
            case ValueKind.Ints:
                var ints = (long[])argument.Reference!;
                ints.CopyTo(Take(ints.Length, ref value));
                break;
            case ValueKind.Doubles:
                var doubles = (double[])argument.Reference!;
                MemoryMarshal.Cast<double, long>(doubles.AsSpan()).CopyTo(Take(doubles.Length, ref value));
                break;
            case ValueKind.Bools:
                var flags = (bool[])argument.Reference!;
                var target = Take(flags.Length, ref value);
                for (var i = 0; i < flags.Length; i++) target[i] = flags[i] ? 1 : 0;
                break;
            case ValueKind.Tensors or ValueKind.OptionalTensors:
                var tensors = (Tensor?[])argument.Reference!;
                var handles = Take(tensors.Length, ref value);
                for (var i = 0; i < tensors.Length; i++) handles[i] = tensors[i]?.Handle ?? 0;
                break;
            case ValueKind.String:
                var text = Encoding.UTF8.GetBytes((string)argument.Reference!);
                text.CopyTo(MemoryMarshal.AsBytes(Take((text.Length + 7) / 8, ref value)));
                value.Count = text.Length;
                break;
            case ValueKind.Device:
                var device = (Device)argument.Reference!;
                value.Count = (int)device.type;
                value.Bits = device.index;
                break;
            case ValueKind.Generator:
                value.Bits = ((Generator)argument.Reference!).Handle;
                break;
        }
    }

    internal readonly void Release()
    {
        if (_heap is null) return;
        foreach (var block in _heap) NativeMemory.Free((void*)block);
    }

    private Span<long> Take(int count, ref Value value)
    {
        value.Count = count;
        if (_used + count > _words.Length) return TakeFromHeap(count, ref value);
        var taken = _words.Slice(_used, count);
        value.Bits = (long)System.Runtime.CompilerServices.Unsafe.AsPointer(ref MemoryMarshal.GetReference(taken));
        _used += count;
        return taken;
    }

    private Span<long> TakeFromHeap(int count, ref Value value)
    {
        var block = NativeMemory.Alloc((nuint)count, sizeof(long));
        (_heap ??= []).Add((nint)block);
        value.Bits = (long)block;
        return new Span<long>(block, count);
    }
}
