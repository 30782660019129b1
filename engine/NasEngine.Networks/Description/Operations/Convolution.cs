using System.Collections.Immutable;

namespace NasEngine.Networks;

/// <summary>
/// Two-dimensional cross-correlation with a square kernel and zeros around, as torch's <c>conv2d</c>. Tensors:
/// <c>weight</c> [out, in/groups, k, k] and, with a bias, <c>bias</c> [out].
/// </summary>
/// <param name="Key">Weight key.</param>
/// <param name="In">Input channels, a multiple of <paramref name="Groups"/>.</param>
/// <param name="Out">Output channels, a multiple of <paramref name="Groups"/>.</param>
/// <param name="Kernel">Side of the kernel.</param>
/// <param name="Stride">Step in both directions.</param>
/// <param name="Padding">Zeros on each of the four sides.</param>
/// <param name="Dilation">Distance of kernel points.</param>
/// <param name="Groups">Output channel o sees the input channels of group o·groups/out; <c>Groups = In</c> is depthwise.</param>
/// <param name="Bias">Whether a bias is added.</param>
public sealed record Convolution(
    string Key, int In, int Out, int Kernel, int Stride, int Padding, int Dilation, int Groups, bool Bias) : Operation
{
    /// <inheritdoc/>
    public override string Kind => "conv";

    /// <inheritdoc/>
    public override ImmutableArray<Weight> Weights
    {
        get
        {
            var weight = new Weight(Key + ".weight", [Out, In / Groups, Kernel, Kernel]);
            return Bias ? [weight, new Weight(Key + ".bias", [Out])] : [weight];
        }
    }

    /// <inheritdoc/>
    public override FeatureShape Infer(ReadOnlySpan<FeatureShape> inputs)
    {
        var input = Single(inputs);
        if (input.Channels != In)
        {
            throw Wrong($"convolution '{Key}' takes {In} channels and was given {input}.");
        }

        if (Groups < 1 || Out < 1 || In % Groups != 0 || Out % Groups != 0)
        {
            throw Wrong($"convolution '{Key}' has {In} input and {Out} output channels in {Groups} groups; both must be positive multiples of the groups.");
        }

        if (Kernel < 1 || Stride < 1 || Dilation < 1 || Padding < 0)
        {
            throw Wrong($"convolution '{Key}' has kernel {Kernel}, stride {Stride}, dilation {Dilation} and padding {Padding}; the first three must be at least 1 and the last at least 0.");
        }

        var reach = Dilation * (Kernel - 1) + 1;
        return Sliding.Output(this, Out, input, reach, Stride, Padding);
    }

    /// <inheritdoc/>
    public override long Macs(FeatureShape output) => output.Count * (In / Groups) * Kernel * Kernel;
}
