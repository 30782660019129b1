namespace NasEngine.Networks;

/// <summary>A weighted sum of gradients in the layout of the shared weights, and which of them some route touched.</summary>
public sealed class GradientSum(SharedWeights shared) : IDisposable
{
    private readonly SortedSet<string> _touched = new(StringComparer.Ordinal);

    /// <summary>The sum; zeros for weights that no route touched.</summary>
    public FlatTensor Gradients { get; } = new(shared.Flat.Layout, shared.Device);

    /// <summary>Names of the weights that some route touched.</summary>
    public IReadOnlySet<string> Touched => _touched;

    /// <summary>Adds <paramref name="factor"/> times the gradient of a pass.</summary>
    public void Add(PassResult result, double factor)
    {
        foreach (var (weight, value) in result.Weights)
        {
            _touched.Add(weight.Name);
            using var part = Gradients.Leading(weight.Name, weight.Shape.AsSpan());
            part.Add_(value, factor);
        }
    }

    /// <summary>Multiplies what is there by <paramref name="factor"/>.</summary>
    public void Scale(double factor) => Gradients.All.Multiply_(factor);

    /// <inheritdoc/>
    public void Dispose() => Gradients.Dispose();
}
