namespace NasEngine.Networks;

/// <summary>The image that the network is given. Every network has one, first.</summary>
public sealed record Input(FeatureShape Shape) : Operation
{
    /// <inheritdoc/>
    public override string Kind => "input";

    /// <inheritdoc/>
    public override FeatureShape Infer(ReadOnlySpan<FeatureShape> inputs) =>
        inputs.Length == 0 && Shape is { Channels: > 0, Height: > 0, Width: > 0 }
            ? Shape
            : throw Wrong($"the input is {Shape} with {inputs.Length} inputs of its own; sizes must be positive and inputs none.");
}

/// <summary>Zeros of the shape that a stride gives: sizes divided by it, rounded up; the input's values are not read.</summary>
/// <param name="Channels">Channels of the output.</param>
/// <param name="Stride">Division of height and width, at least 1.</param>
public sealed record Zero(int Channels, int Stride) : Operation
{
    /// <inheritdoc/>
    public override string Kind => "zero";

    /// <inheritdoc/>
    public override FeatureShape Infer(ReadOnlySpan<FeatureShape> inputs)
    {
        var input = Single(inputs);
        return Channels >= 1 && Stride >= 1
            ? new FeatureShape(Channels, (input.Height + Stride - 1) / Stride, (input.Width + Stride - 1) / Stride)
            : throw Wrong($"zero has {Channels} channels and stride {Stride}; both must be at least 1.");
    }
}

/// <summary>
/// Nearest-neighbour change of height and width, smaller or larger, as torch's <c>interpolate</c>: row y reads row
/// ⌊y·in/out⌋, columns alike.
/// </summary>
public sealed record Resize(int Height, int Width) : Operation
{
    /// <inheritdoc/>
    public override string Kind => "resize";

    /// <inheritdoc/>
    public override FeatureShape Infer(ReadOnlySpan<FeatureShape> inputs) => Height >= 1 && Width >= 1
        ? new FeatureShape(Single(inputs).Channels, Height, Width)
        : throw Wrong($"resize to {Height}×{Width}; both must be at least 1.");
}

/// <summary>Drops the first row and column and adds a row and a column of zeros at the other end: the shape stays.</summary>
/// <remarks>With a 1×1 convolution of stride 2 after it, the second half of DARTS's factorised reduction.</remarks>
public sealed record Shift : Operation
{
    /// <inheritdoc/>
    public override string Kind => "shift";

    /// <inheritdoc/>
    public override FeatureShape Infer(ReadOnlySpan<FeatureShape> inputs) => Single(inputs);
}

/// <summary>The channels from <paramref name="Start"/> on, <paramref name="Count"/> of them.</summary>
public sealed record ChannelSlice(int Start, int Count) : Operation
{
    /// <inheritdoc/>
    public override string Kind => "slice";

    /// <inheritdoc/>
    public override FeatureShape Infer(ReadOnlySpan<FeatureShape> inputs)
    {
        var input = Single(inputs);
        return Start >= 0 && Count >= 1 && Start + Count <= input.Channels
            ? input with { Channels = Count }
            : throw Wrong($"slice of {Count} channels from {Start} was given {input}; the slice must lie inside.");
    }
}

/// <summary>The input with channels of zeros behind it, up to <paramref name="Channels"/>.</summary>
public sealed record ChannelPad(int Channels) : Operation
{
    /// <inheritdoc/>
    public override string Kind => "pad";

    /// <inheritdoc/>
    public override FeatureShape Infer(ReadOnlySpan<FeatureShape> inputs)
    {
        var input = Single(inputs);
        return Channels >= input.Channels
            ? input with { Channels = Channels }
            : throw Wrong($"pad to {Channels} channels was given {input}; the target must not be smaller.");
    }
}
