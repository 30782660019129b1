using System.Collections.Frozen;
using TorchSharp;

namespace NasEngine.Networks;

/// <summary>
/// The weights of a network in a shorter type while it trains: those of convolutions, linear layers, embeddings, positions and
/// recurrent cells are cast as they are asked for, so that their gradients arrive at the float32 ones (mixed precision, arXiv 1710.03740,
/// section 3.1). Those of norms stay float32, and so do statistics; those of few bits are rounded before they are cast.
/// </summary>
/// <param name="weights">The float32 ones.</param>
/// <param name="spec">The network.</param>
/// <param name="type">The shorter type.</param>
internal sealed class ReducedWeights(IWeightSource weights, NetworkSpec spec, torch.ScalarType type) : IWeightSource
{
    private readonly FrozenSet<string> _cast = spec.Nodes.Select(node => node.Operation)
        .Where(operation => operation is Convolution or Linear or Embedding or Positions or Recurrent)
        .SelectMany(operation => operation.Weights.Skip(operation is Convolution { Bits: < Convolution.FloatBits } ? 1 : 0))
        .Select(weight => weight.Name).ToFrozenSet(StringComparer.Ordinal);

    /// <inheritdoc/>
    public torch.Tensor Weight(Weight weight) =>
        _cast.Contains(weight.Name) ? weights.Weight(weight).to(type) : weights.Weight(weight);

    /// <inheritdoc/>
    public RunningStatistics? Statistics(BatchNorm norm) => weights.Statistics(norm);

    /// <inheritdoc/>
    public torch.Tensor Features(Linear linear, torch.Tensor features) => features.to(type);

    /// <inheritdoc/>
    torch.Tensor IWeightSource.Read(torch.Tensor map) => map.to(type);
}
