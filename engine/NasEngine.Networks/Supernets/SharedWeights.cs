using System.Collections.Immutable;
using TorchSharp;

namespace NasEngine.Networks;

/// <summary>
/// The weights that all architectures of a space share: one tensor per name, in its largest shape, all in one flat tensor. A
/// path uses the part [0..s) of each dimension (sliced widths), so narrow choices are prefixes of wide ones.
/// </summary>
public sealed class SharedWeights : IDisposable
{
    /// <summary>Weights with first values drawn from the seed.</summary>
    internal SharedWeights(ImmutableArray<Weight> weights, ulong seed, torch.Device device)
    {
        Device = device;
        using var scope = torch.NewDisposeScope();
        using var withoutGradients = torch.no_grad();
        var first = weights.ToDictionary(weight => weight.Name, weight => ParameterInitialiser.Create(weight, seed, trial: 0, device));
        Flat = new FlatTensor(new FlatLayout(first), device);
        foreach (var (name, values) in first)
        {
            Flat.Views[name].copy_(values);
            values.Dispose();
        }
    }

    /// <summary>Where they live.</summary>
    public torch.Device Device { get; }

    /// <summary>All of them in one tensor.</summary>
    public FlatTensor Flat { get; }

    /// <summary>The tensors by name, in the order of the names. They do not require gradients themselves.</summary>
    public IReadOnlyDictionary<string, torch.Tensor> Tensors => Flat.Views;

    /// <summary>The part of a tensor that a path uses: a view, to be disposed by the caller.</summary>
    public torch.Tensor Part(Weight weight) => Flat.Leading(weight.Name, weight.Shape.AsSpan());

    /// <inheritdoc/>
    public void Dispose() => Flat.Dispose();
}
