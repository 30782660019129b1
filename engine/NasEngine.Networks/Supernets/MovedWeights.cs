using TorchSharp;

namespace NasEngine.Networks;

/// <summary>
/// Shared weights that are somewhere else for a while: they are back where they were, bit for bit, when this is disposed.
/// </summary>
internal sealed class MovedWeights : IDisposable
{
    private readonly FlatTensor _weights;
    private readonly torch.Tensor _kept;

    /// <summary>Remembers where they are.</summary>
    public MovedWeights(FlatTensor weights)
    {
        _weights = weights;
        _kept = weights.All.clone().DetachFromDisposeScope();
    }

    /// <summary>Adds <paramref name="by"/> times a direction.</summary>
    /// <param name="direction">In the layout of the weights.</param>
    /// <param name="by">How far.</param>
    public void Along(FlatTensor direction, double by) => _weights.All.Add_(direction.All, by);

    /// <inheritdoc/>
    public void Dispose()
    {
        _weights.All.copy_(_kept);
        _kept.Dispose();
    }
}
