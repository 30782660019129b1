namespace NasEngine.Networks;

/// <summary>Element-wise sum of two or more maps of one shape.</summary>
public sealed record Add : Operation
{
    /// <inheritdoc/>
    public override string Kind => "add";

    /// <inheritdoc/>
    public override FeatureShape Infer(ReadOnlySpan<FeatureShape> inputs)
    {
        if (inputs.Length < 2)
        {
            throw Wrong($"add takes two or more inputs and was given {inputs.Length}.");
        }

        foreach (var input in inputs)
        {
            if (input != inputs[0])
            {
                throw Wrong($"add was given {inputs[0]} and {input}; the shapes must be equal.");
            }
        }

        return inputs[0];
    }
}

/// <summary>Maps of one height and width laid one after another along the channels.</summary>
public sealed record Concat : Operation
{
    /// <inheritdoc/>
    public override string Kind => "concat";

    /// <inheritdoc/>
    public override FeatureShape Infer(ReadOnlySpan<FeatureShape> inputs)
    {
        if (inputs.Length < 2)
        {
            throw Wrong($"concat takes two or more inputs and was given {inputs.Length}.");
        }

        var channels = 0;
        foreach (var input in inputs)
        {
            if (input.Height != inputs[0].Height || input.Width != inputs[0].Width)
            {
                throw Wrong($"concat was given {inputs[0]} and {input}; height and width must be equal.");
            }

            channels += input.Channels;
        }

        return inputs[0] with { Channels = channels };
    }
}

/// <summary>Features C×H×W scaled by a gate C×1×1: the second input multiplies each channel of the first.</summary>
public sealed record Scale : Operation
{
    /// <inheritdoc/>
    public override string Kind => "scale";

    /// <inheritdoc/>
    public override FeatureShape Infer(ReadOnlySpan<FeatureShape> inputs)
    {
        if (inputs.Length != 2)
        {
            throw Wrong($"scale takes features and a gate and was given {inputs.Length} inputs.");
        }

        return inputs[1] == new FeatureShape(inputs[0].Channels, 1, 1)
            ? inputs[0]
            : throw Wrong($"scale was given features {inputs[0]} and a gate {inputs[1]}; the gate must be {inputs[0].Channels}×1×1.");
    }
}
