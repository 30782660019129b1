using TorchSharp;

namespace NasEngine.Networks;

/// <summary>What a zero-cost proxy looks at: a network at its first weights, and a batch.</summary>
/// <param name="Spec">The network.</param>
/// <param name="Fresh">Makes it with its first weights, the same ones at every call; to be disposed.</param>
/// <param name="Batch">Images and labels.</param>
internal sealed record ProxyCase(NetworkSpec Spec, Func<SpecNetwork> Fresh, Batch Batch)
{
    /// <summary>The tensors of convolutions and linear layers: biases, scales and shifts do not count.</summary>
    public IEnumerable<Weight> Kernels => Spec.Weights.Where(weight => weight.Shape.Length > 1);

    /// <summary>Device of the batch.</summary>
    public torch.Device Device => Batch.Images.device;
}
