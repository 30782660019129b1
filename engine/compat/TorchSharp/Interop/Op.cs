using System.Text;
using static TorchSharp.torch;

namespace TorchSharp.Interop;

/// <summary>One operator of libtorch, found by its schema's name at its first call.</summary>
internal sealed unsafe class Op(string name, string overload = "")
{
    private const int ScratchWords = 48;

    private nint _handle;

    internal Tensor Call(params ReadOnlySpan<Arg> arguments)
    {
        Value result;
        Invoke(arguments, &result, 1);
        return new Tensor((nint)result.Bits);
    }

    /// <summary>Runs an operator that changes its first argument, and returns that argument.</summary>
    internal Tensor InPlace(params ReadOnlySpan<Arg> arguments)
    {
        Invoke(arguments, null, 0);
        return (Tensor)arguments[0].Reference!;
    }

    internal void Run(params ReadOnlySpan<Arg> arguments) => Invoke(arguments, null, 0);

    internal (Tensor, Tensor) Call2(params ReadOnlySpan<Arg> arguments)
    {
        var results = stackalloc Value[2];
        Invoke(arguments, results, 2);
        return (new Tensor((nint)results[0].Bits), new Tensor((nint)results[1].Bits));
    }

    internal (Tensor, Tensor, Tensor) Call3(params ReadOnlySpan<Arg> arguments)
    {
        var results = stackalloc Value[3];
        Invoke(arguments, results, 3);
        return (new Tensor((nint)results[0].Bits), new Tensor((nint)results[1].Bits), new Tensor((nint)results[2].Bits));
    }

    internal Tensor[] CallList(params ReadOnlySpan<Arg> arguments)
    {
        Value result;
        Invoke(arguments, &result, 1);
        var handles = (nint*)result.Bits;
        var tensors = new Tensor[result.Count];
        for (var i = 0; i < tensors.Length; i++) tensors[i] = new Tensor(handles[i]);
        Native.shim_free_list(handles);
        return tensors;
    }

    internal bool CallBool(params ReadOnlySpan<Arg> arguments) => CallValue(arguments).Bits != 0;

    internal long CallInt(params ReadOnlySpan<Arg> arguments) => CallValue(arguments).Bits;

    internal double CallDouble(params ReadOnlySpan<Arg> arguments) => CallValue(arguments).Real;

    internal Value CallValue(params ReadOnlySpan<Arg> arguments)
    {
        Value result;
        Invoke(arguments, &result, 1);
        return result;
    }

    private void Invoke(ReadOnlySpan<Arg> arguments, Value* results, int capacity)
    {
        var values = stackalloc Value[arguments.Length];
        var scratch = new Scratch(stackalloc long[ScratchWords]);
        for (var i = 0; i < arguments.Length; i++) scratch.Write(arguments[i], ref values[i]);
        NativeCounters.Operators++;
        var produced = Native.shim_call(_handle != 0 ? _handle : Find(), values, arguments.Length, results, capacity);
        scratch.Release();
        foreach (ref readonly var argument in arguments) GC.KeepAlive(argument.Reference);
        if (produced < 0) NativeError.Throw();
    }

    internal nint Find()
    {
        fixed (byte* nameBytes = Encoding.UTF8.GetBytes("aten::" + name + "\0"))
        fixed (byte* overloadBytes = Encoding.UTF8.GetBytes(overload + "\0"))
        {
            _handle = Native.shim_find_operator(nameBytes, overloadBytes);
        }

        if (_handle == 0) NativeError.Throw();
        return _handle;
    }
}
