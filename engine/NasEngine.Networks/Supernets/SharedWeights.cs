using System.Collections.Immutable;
using TorchSharp;

namespace NasEngine.Networks;

/// <summary>
/// The weights that all architectures of a space share: one tensor per name, in its largest shape. A path uses the part
/// [0..s) of each dimension (sliced widths), so narrow choices are prefixes of wide ones.
/// </summary>
public sealed class SharedWeights : IDisposable
{
    private readonly SortedDictionary<string, torch.Tensor> _tensors = new(StringComparer.Ordinal);

    /// <summary>Weights with first values drawn from the seed.</summary>
    internal SharedWeights(ImmutableArray<Weight> weights, ulong seed, torch.Device device)
    {
        Device = device;
        foreach (var weight in weights)
        {
            _tensors.Add(weight.Name, ParameterInitialiser.Create(weight, seed, trial: 0, device));
        }
    }

    /// <summary>Where they live.</summary>
    public torch.Device Device { get; }

    /// <summary>The tensors by name, in the order of the names. They do not require gradients themselves.</summary>
    public IReadOnlyDictionary<string, torch.Tensor> Tensors => _tensors;

    /// <summary>The part of a tensor that a path uses: a view, to be disposed by the caller.</summary>
    public torch.Tensor Part(Weight weight) => Part(_tensors[weight.Name], weight);

    /// <summary>The leading part of a tensor in the shape of a weight: a view, to be disposed by the caller.</summary>
    internal static torch.Tensor Part(torch.Tensor whole, Weight weight)
    {
        var part = whole.alias();
        for (var dimension = 0; dimension < weight.Shape.Length; dimension++)
        {
            if (part.shape[dimension] != weight.Shape[dimension])
            {
                using var wider = part;
                part = wider.narrow(dimension, 0, weight.Shape[dimension]);
            }
        }

        return part;
    }

    /// <inheritdoc/>
    public void Dispose()
    {
        foreach (var tensor in _tensors.Values)
        {
            tensor.Dispose();
        }
    }
}
