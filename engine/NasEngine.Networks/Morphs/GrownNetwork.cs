using System.Collections.Immutable;
using TorchSharp;
using NasEngine.Contracts;

namespace NasEngine.Networks;

/// <summary>A network that grew from a smaller one and computes the same, up to rounding, before it is trained.</summary>
/// <param name="Network">The larger network, with weights and running statistics of its own.</param>
/// <param name="Morph">How they come from those of the smaller.</param>
public sealed record GrownNetwork(SpecNetwork Network, NetworkMorph Morph)
{
    /// <summary>Grows a network.</summary>
    /// <param name="before">Weights and running statistics of the smaller network by name, float32.</param>
    /// <param name="spec">The larger network.</param>
    /// <param name="beginning">How an operation begins that the smaller has not, by weight key; see <see cref="IMorphSpace"/>.</param>
    /// <param name="copies">Which units are copied.</param>
    /// <param name="device">Where the larger network lives.</param>
    /// <exception cref="InputException">The larger network would not compute the same.</exception>
    public static GrownNetwork Of(
        IReadOnlyDictionary<string, torch.Tensor> before,
        NetworkSpec spec,
        Func<string, Beginning> beginning,
        UnitCopies copies,
        torch.Device device)
    {
        var shapes = before.ToDictionary(pair => pair.Key, pair => pair.Value.shape.Select(size => (int)size).ToImmutableArray());
        var morph = NetworkMorph.Of(spec, shapes, beginning, copies);
        var network = new SpecNetwork(spec, weight => Values(weight.Name, [.. weight.Shape.Select(size => (long)size)]), device);
        using var withoutGradients = torch.no_grad();
        foreach (var (name, buffer) in network.named_buffers())
        {
            using var values = Values(name, buffer.shape);
            buffer.copy_(values);
        }

        return new GrownNetwork(network, morph);

        torch.Tensor Values(string name, long[] shape)
        {
            using var scope = torch.NewDisposeScope();
            using var withoutGradients = torch.no_grad();
            var values = MorphValues.Of(morph.Tensors[name], before.GetValueOrDefault(name), shape);
            return values.to(device, copy: true).DetachFromDisposeScope();
        }
    }

    /// <summary>
    /// Makes the batch norms that pass on what they read do so in training as in evaluation: their scale and shift undo the mean and the
    /// variance of what they read (Net2Net, arXiv 1511.05641, section 2.2).
    /// </summary>
    /// <param name="images">Images, batch × C × H × W; not disposed.</param>
    public void Settle(torch.Tensor images)
    {
        foreach (var norm in Morph.Passing)
        {
            Network.Undo(norm, images);
        }
    }
}
