using TorchSharp;

namespace NasEngine.Networks;

/// <summary>Shared weights that are somewhere else for a while: they are back where they were, bit for bit, when this is disposed.</summary>
internal sealed class MovedWeights : IDisposable
{
    private readonly IReadOnlyDictionary<string, torch.Tensor> _weights;
    private readonly Dictionary<string, torch.Tensor> _kept = [];

    /// <summary>Remembers where they are.</summary>
    /// <param name="weights">By name.</param>
    /// <param name="names">Those that will move.</param>
    public MovedWeights(IReadOnlyDictionary<string, torch.Tensor> weights, IEnumerable<string> names)
    {
        _weights = weights;
        using var scope = torch.NewDisposeScope();
        foreach (var name in names)
        {
            _kept.Add(name, scope.Detach(weights[name].clone()));
        }
    }

    /// <summary>Adds <paramref name="by"/> times a direction.</summary>
    public void Along(IReadOnlyDictionary<string, torch.Tensor> direction, double by)
    {
        foreach (var (name, towards) in direction)
        {
            _weights[name].add_(towards, by);
        }
    }

    /// <inheritdoc/>
    public void Dispose()
    {
        foreach (var (name, kept) in _kept)
        {
            _weights[name].copy_(kept);
            kept.Dispose();
        }
    }
}
