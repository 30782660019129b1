using System.Collections.Immutable;

namespace NasEngine.Networks;

/// <summary>
/// y = W·x + b on the input flattened channel by channel, row by row. Tensors <c>weight</c> [out, in] and, with a bias,
/// <c>bias</c> [out].
/// </summary>
/// <param name="Key">Weight key.</param>
/// <param name="In">Scalars of the input.</param>
/// <param name="Out">Scalars of the output, whose shape is Out×1×1.</param>
/// <param name="Bias">Whether a bias is added.</param>
public sealed record Linear(string Key, int In, int Out, bool Bias = true) : Operation
{
    /// <inheritdoc/>
    public override string Kind => "linear";

    /// <inheritdoc/>
    public override ImmutableArray<Weight> Weights
    {
        get
        {
            var weight = new Weight(Key + ".weight", [Out, In]);
            return Bias ? [weight, new Weight(Key + ".bias", [Out])] : [weight];
        }
    }

    /// <inheritdoc/>
    public override long ParameterCount => ((long)In * Out) + (Bias ? Out : 0);

    /// <inheritdoc/>
    public override FeatureShape Infer(ReadOnlySpan<FeatureShape> inputs)
    {
        var input = Single(inputs);
        if (Out < 1)
        {
            throw Wrong($"linear '{Key}' has {Out} outputs; it must have at least 1.");
        }

        return input.Count == In
            ? new FeatureShape(Out, 1, 1)
            : throw Wrong($"linear '{Key}' takes {In} scalars and was given {input}.");
    }

    /// <inheritdoc/>
    public override long Macs(FeatureShape output) => (long)In * Out;
}
