using System.Collections.Immutable;

namespace NasEngine.Networks;

/// <summary>What a path's backward pass gave.</summary>
/// <param name="Loss">Mean cross-entropy over the batch, nats.</param>
/// <param name="Weights">The gradient of the loss by each weight that it depends on.</param>
public sealed record PathGradient(double Loss, ImmutableArray<WeightGradient> Weights) : IDisposable
{
    /// <inheritdoc/>
    public void Dispose()
    {
        foreach (var weight in Weights)
        {
            weight.Gradient.Dispose();
        }
    }
}
