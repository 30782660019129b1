using TorchSharp;

namespace NasEngine.Networks;

/// <summary>
/// A weighted sum of gradients in the shapes of the shared weights. Holds tensors only for weights that some route touched.
/// </summary>
public sealed class GradientSum(SharedWeights shared) : IDisposable
{
    private readonly SortedDictionary<string, torch.Tensor> _sums = new(StringComparer.Ordinal);

    /// <summary>The sum by weight name.</summary>
    public IReadOnlyDictionary<string, torch.Tensor> Gradients => _sums;

    /// <summary>Adds <paramref name="factor"/> times the gradient of a pass.</summary>
    public void Add(PassResult result, double factor)
    {
        foreach (var (weight, value) in result.Weights)
        {
            if (!_sums.TryGetValue(weight.Name, out var sum))
            {
                _sums[weight.Name] = sum = Zeros(weight.Name);
            }

            using var part = SharedWeights.Part(sum, weight);
            part.add_(value, factor);
        }
    }

    /// <summary>Multiplies what is there by <paramref name="factor"/>.</summary>
    public void Scale(double factor)
    {
        foreach (var sum in _sums.Values)
        {
            sum.mul_(factor);
        }
    }

    /// <inheritdoc/>
    public void Dispose()
    {
        foreach (var sum in _sums.Values)
        {
            sum.Dispose();
        }
    }

    private torch.Tensor Zeros(string name)
    {
        using var scope = torch.NewDisposeScope();
        return scope.Detach(torch.zeros_like(shared.Tensors[name]));
    }
}
