using TorchSharp;

namespace NasEngine.Networks;

/// <summary>
/// Where a running network takes its tensors from: parameters of its own, or parts of a supernet's. What an operation is
/// given may also be computed, as long as the shape is the one asked for.
/// </summary>
public interface IWeightSource
{
    /// <summary>The tensor of a weight, in exactly the shape that <paramref name="weight"/> says.</summary>
    torch.Tensor Weight(Weight weight);

    /// <summary>
    /// The running statistics that a batch norm uses, or null when it is to use those of the batch it is given and keep
    /// nothing (sampled paths of a supernet).
    /// </summary>
    RunningStatistics? Statistics(BatchNorm norm);

    /// <summary>What a linear layer reads instead of its features, batch × in: these or a new tensor.</summary>
    torch.Tensor Features(Linear linear, torch.Tensor features) => features;

    /// <summary>What a convolution reads instead of its map: this or a new tensor.</summary>
    internal torch.Tensor Read(torch.Tensor map) => map;

    /// <summary>The weights of a decision's choices, one per choice that the network's selections are over; mixtures only.</summary>
    torch.Tensor Choices(string decision) =>
        throw new InvalidOperationException($"The choices of decision '{decision}' have weights in a mixture only.");
}
