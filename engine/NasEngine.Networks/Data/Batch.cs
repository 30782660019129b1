using TorchSharp;

namespace NasEngine.Networks;

/// <summary>A batch ready for a network.</summary>
/// <param name="Images">Batch × C × H × W, float32, normalised, channels last in memory.</param>
/// <param name="Labels">Class numbers, int64; or numbers to learn, float32, in standard deviations from the mean of training.</param>
public sealed record Batch(torch.Tensor Images, torch.Tensor Labels) : IDisposable
{
    /// <summary>Labels of the images that these are mixed with; null where they are not.</summary>
    public torch.Tensor? OtherLabels { get; init; }

    /// <summary>Share of its own labels where it is mixed; the others have the rest.</summary>
    public double Share { get; init; } = 1;

    /// <summary>Images in it.</summary>
    public long Count => Labels.shape[0];

    /// <inheritdoc/>
    public void Dispose()
    {
        Images.Dispose();
        Labels.Dispose();
        OtherLabels?.Dispose();
    }
}
