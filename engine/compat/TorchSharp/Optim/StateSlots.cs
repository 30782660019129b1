using static TorchSharp.torch;

namespace TorchSharp.Optim;

/// <summary>Hands state tensors to a native step as handles, and takes the ones it made.</summary>
internal static class StateSlots
{
    internal static nint HandleOf(Tensor? tensor) => tensor?.Handle ?? 0;

    internal static void Take(ref Tensor? tensor, nint handle)
    {
        if (tensor is null && handle != 0) tensor = new Tensor(handle).DetachFromDisposeScope();
    }
}
