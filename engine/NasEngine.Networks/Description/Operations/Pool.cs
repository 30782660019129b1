namespace NasEngine.Networks;

/// <summary>Largest value or mean of windows, as torch's <c>max_pool2d</c> and <c>avg_pool2d</c>, sizes rounded down.</summary>
/// <param name="Max">Largest value (padding is −∞), else the mean.</param>
/// <param name="Kernel">Side of the window.</param>
/// <param name="Stride">Step in both directions.</param>
/// <param name="Padding">Border on each side.</param>
/// <param name="CountPadding">Whether the mean divides by the whole window, border included; for max it must be false.</param>
public sealed record Pool(bool Max, int Kernel, int Stride, int Padding, bool CountPadding) : Operation
{
    /// <inheritdoc/>
    public override string Kind => Max ? "max_pool" : "avg_pool";

    /// <inheritdoc/>
    public override FeatureShape Infer(ReadOnlySpan<FeatureShape> inputs)
    {
        var input = Single(inputs);
        return Kernel >= 1 && Stride >= 1 && Padding >= 0 && 2 * Padding <= Kernel && !(Max && CountPadding)
            ? new FeatureShape(
                input.Channels,
                Sliding.Size(this, input, input.Height, Kernel, Stride, Padding),
                Sliding.Size(this, input, input.Width, Kernel, Stride, Padding))
            : throw Wrong(
                $"{Kind} has kernel {Kernel}, stride {Stride} and padding {Padding}; kernel and stride must be at least 1, padding at most "
                + $"half the kernel.");
    }
}
