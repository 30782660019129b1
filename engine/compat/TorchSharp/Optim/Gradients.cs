using TorchSharp.Interop;
using TorchSharp.Modules;

namespace TorchSharp.Optim;

internal static unsafe class Gradients
{
    /// <summary>Drops the gradients, or fills them with zeros, in one native call.</summary>
    internal static void Clear(IEnumerable<Parameter> parameters, bool setToNone)
    {
        var tensors = parameters.ToArray();
        var handles = Array.ConvertAll(tensors, tensor => tensor.Handle);
        fixed (nint* list = handles) NativeError.Check(Native.shim_zero_grad(list, handles.Length, setToNone ? 1 : 0));
        GC.KeepAlive(tensors);
    }
}
