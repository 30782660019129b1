using TorchSharp;

namespace NasEngine.Networks;

/// <summary>
/// Several float32 tensors in one, each a view of its part: what concerns all of them (a step of an optimiser, a norm, clearing)
/// is a handful of native calls, whatever their number.
/// </summary>
public sealed class FlatTensor : IDisposable
{
    private readonly SortedDictionary<string, torch.Tensor> _views = new(StringComparer.Ordinal);

    /// <summary>Zeros.</summary>
    public FlatTensor(FlatLayout layout, torch.Device device)
    {
        Layout = layout;
        using var scope = torch.NewDisposeScope();
        using var withoutGradients = torch.no_grad();
        All = scope.Detach(torch.zeros([layout.Length], torch.ScalarType.Float32, device));
        foreach (var (name, part) in layout.Parts)
        {
            _views.Add(name, scope.Detach(All.as_strided([.. part.Shape], [.. part.Strides], part.Start)));
        }
    }

    /// <summary>Which tensor lies where.</summary>
    public FlatLayout Layout { get; }

    /// <summary>All elements, one dimension.</summary>
    public torch.Tensor All { get; }

    /// <summary>The tensors by name: views, which belong to this.</summary>
    public IReadOnlyDictionary<string, torch.Tensor> Views => _views;

    /// <summary>A range of elements: a view, to be disposed by the caller.</summary>
    public torch.Tensor Range(FlatRange range) => All.narrow(0, range.Start, range.Length);

    /// <summary>
    /// The leading part [0..size) of each dimension of a tensor: a view, to be disposed by the caller.
    /// </summary>
    /// <param name="name">The tensor.</param>
    /// <param name="shape">Sizes, none larger than the tensor's.</param>
    public torch.Tensor Leading(string name, ReadOnlySpan<int> shape)
    {
        var part = Layout.Parts[name];
        var sizes = new long[shape.Length];
        for (var dimension = 0; dimension < sizes.Length; dimension++)
        {
            sizes[dimension] = shape[dimension] <= part.Shape[dimension] ? shape[dimension] : throw new ArgumentOutOfRangeException(
                nameof(
                    shape), $"Dimension {dimension} of '{name}' has {part.Shape[dimension]} elements, and {shape[dimension]} are wanted.");
        }

        return All.as_strided(sizes, [.. part.Strides], part.Start);
    }

    /// <inheritdoc/>
    public void Dispose()
    {
        foreach (var view in _views.Values)
        {
            view.Dispose();
        }

        All.Dispose();
    }
}
