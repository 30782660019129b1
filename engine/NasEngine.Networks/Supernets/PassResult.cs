using System.Collections.Immutable;
using TorchSharp;

namespace NasEngine.Networks;

/// <summary>What a pass gave.</summary>
/// <param name="Logits">Batch × classes, without a graph: for accuracies, and as the teacher's answer in distillation.</param>
/// <param name="Loss">The loss.</param>
/// <param name="Weights">The gradient of the loss by each weight that it depends on; empty unless asked for.</param>
/// <param name="Choices">
/// The gradient by the weight of each listed choice, in the order listed, for every decision of the mixture; empty unless
/// asked for.
/// </param>
public sealed record PassResult(
    torch.Tensor Logits,
    double Loss,
    ImmutableArray<WeightGradient> Weights,
    ImmutableSortedDictionary<string, ImmutableArray<double>> Choices) : IDisposable
{
    /// <inheritdoc/>
    public void Dispose()
    {
        Logits.Dispose();
        foreach (var weight in Weights)
        {
            weight.Gradient.Dispose();
        }
    }
}
