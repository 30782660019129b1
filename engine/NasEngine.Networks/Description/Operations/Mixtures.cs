namespace NasEngine.Networks;

/// <summary>An operation whose weights come when it runs, from the choices of decisions. Stands in mixtures only.</summary>
/// <param name="Selection">What each combination of choices selects.</param>
public abstract record MixtureOperation(Selection Selection) : Operation;

/// <summary>
/// The sum of maps of one shape, each weighted by the weights of the choices that select it: Σ_i p(i)·x_i, p(i) being the
/// weight of all combinations whose entry is i. DARTS's mixed operation (arXiv 1806.09055, eq. 2), TF-NAS's sink-connecting
/// depth (arXiv 2008.05314, section 3.3).
/// </summary>
/// <param name="Selection">Which input each combination of choices selects; every input is selected by one.</param>
public sealed record WeightedSum(Selection Selection) : MixtureOperation(Selection)
{
    /// <inheritdoc/>
    public override string Kind => "mix";

    /// <inheritdoc/>
    public override FeatureShape Infer(ReadOnlySpan<FeatureShape> inputs)
    {
        if (!Selection.Table.Distinct().Order().SequenceEqual(Enumerable.Range(0, inputs.Length)))
        {
            throw Wrong(
                $"mix selects the inputs {string.Join(", ", Selection.Table.Distinct().Order())} and was given {inputs.Length}; it must "
                + $"select each.");
        }

        foreach (var input in inputs)
        {
            if (input != inputs[0])
            {
                throw Wrong($"mix was given {inputs[0]} and {input}; the shapes must be equal.");
            }
        }

        return inputs[0];
    }
}

/// <summary>
/// The weighted sum of maps of different heights and widths, each put on one grid: row y of h goes to row ⌊y·height/h⌋, columns alike, and
/// the rows between are 0. What <see cref="Resize"/> reads back from it at a map's own size is that map. FBNetV2's input resolutions
/// (arXiv 2004.05565, section 3.3).
/// </summary>
/// <param name="Selection">Which input each combination of choices selects; every input is selected by one.</param>
/// <param name="Height">Rows of the grid, at least as many as every input has.</param>
/// <param name="Width">Columns of the grid, at least as many as every input has.</param>
public sealed record PlacedSum(Selection Selection, int Height, int Width) : MixtureOperation(Selection)
{
    /// <inheritdoc/>
    public override string Kind => "place";

    /// <inheritdoc/>
    public override FeatureShape Infer(ReadOnlySpan<FeatureShape> inputs)
    {
        if (!Selection.Table.Distinct().Order().SequenceEqual(Enumerable.Range(0, inputs.Length)))
        {
            throw Wrong(
                $"place selects the inputs {string.Join(", ", Selection.Table.Distinct().Order())} and was given {inputs.Length}; it must "
                + $"select each.");
        }

        var grid = new FeatureShape(inputs[0].Channels, Height, Width);
        foreach (var input in inputs)
        {
            if (input.Channels != grid.Channels || input.Height > Height || input.Width > Width)
            {
                throw Wrong($"place was given {input} for a grid of {grid}; the channels must be equal and the grid at least as large.");
            }
        }

        return grid;
    }
}

/// <summary>
/// A map times the weighted sum of prefix masks: channel c is multiplied by the weight of all combinations that select a
/// width over c. FBNetV2's channel masking, y = b(x) ∘ Σ_i g_i·1_i (arXiv 2004.05565, section 3.1).
/// </summary>
/// <param name="Selection">Which width each combination of choices selects.</param>
public sealed record ChannelMask(Selection Selection) : MixtureOperation(Selection)
{
    /// <inheritdoc/>
    public override string Kind => "mask";

    /// <inheritdoc/>
    public override FeatureShape Infer(ReadOnlySpan<FeatureShape> inputs)
    {
        var input = Single(inputs);
        return Selection.Largest <= input.Channels
            ? input
            : throw Wrong($"mask selects {Selection.Largest} channels and was given {input}; it can keep at most all of them.");
    }
}
