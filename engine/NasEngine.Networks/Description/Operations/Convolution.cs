using System.Collections.Immutable;

namespace NasEngine.Networks;

/// <summary>
/// Two-dimensional cross-correlation with zeros around, as torch's <c>conv2d</c>. Tensors: <c>weight</c>
/// [out, in/groups, height, width] of the kernel and, with a bias, <c>bias</c> [out].
/// </summary>
/// <param name="Key">Weight key.</param>
/// <param name="In">Input channels, a multiple of <paramref name="Groups"/>.</param>
/// <param name="Out">Output channels, a multiple of <paramref name="Groups"/>.</param>
/// <param name="Kernel">Length of the kernel; see <see cref="Form"/>.</param>
/// <param name="Stride">Step, in the directions in which the kernel is longer than 1 or is a square.</param>
/// <param name="Padding">Zeros on each side, in the directions in which the kernel is longer than 1 or is a square.</param>
/// <param name="Dilation">Distance of kernel points.</param>
/// <param name="Groups">Output channel o sees the input channels of group o·groups/out; <c>Groups = In</c> is depthwise.</param>
/// <param name="Bias">Whether a bias is added.</param>
public sealed record Convolution(
    string Key, int In, int Out, int Kernel, int Stride, int Padding, int Dilation, int Groups, bool Bias) : Operation
{
    /// <summary>Bits of a weight that is not rounded.</summary>
    public const int FloatBits = 32;

    /// <inheritdoc/>
    public override string Kind => "conv";

    /// <summary>
    /// Bits of each weight, 2 to 8: it is read as the nearest of 2ᵇ − 1 even steps around 0 up to its output channel's largest magnitude
    /// (arXiv 1806.08342, section 2.2), and gradients pass as if it were not. 32 for float32.
    /// </summary>
    public int Bits { get; init; } = FloatBits;

    /// <summary>Steps on each side of 0 that so many bits hold.</summary>
    public int Levels => (1 << (Bits - 1)) - 1;

    /// <summary>Whether the kernel is k×k, 1×k or k×1.</summary>
    public KernelForm Form { get; init; }

    /// <summary>Height and width of the kernel.</summary>
    public (int Height, int Width) KernelSize => Along(Kernel, 1);

    /// <summary>Step downwards and to the right.</summary>
    public (int Height, int Width) StrideSize => Along(Stride, 1);

    /// <summary>Zeros above and below, and left and right.</summary>
    public (int Height, int Width) PaddingSize => Along(Padding, 0);

    /// <inheritdoc/>
    public override ImmutableArray<Weight> Weights
    {
        get
        {
            var weight = new Weight(Key + ".weight", [Out, In / Groups, KernelSize.Height, KernelSize.Width]);
            return Bias ? [weight, new Weight(Key + ".bias", [Out])] : [weight];
        }
    }

    /// <inheritdoc/>
    public override long ParameterCount => ((long)Out * (In / Groups) * KernelSize.Height * KernelSize.Width) + (Bias ? Out : 0);

    /// <summary>Packed, with a float32 step for each output channel, where its weights are rounded.</summary>
    public override long WeightBytes
    {
        get
        {
            var biases = Bias ? Out : 0;
            return Bits == FloatBits
                ? base.WeightBytes
                : ((((ParameterCount - biases) * Bits) + 7) / 8) + ((Out + biases) * sizeof(float));
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
            throw Wrong(
                $"convolution '{Key}' has {In} input and {Out} output channels in {Groups} groups; both must be positive multiples of the "
                + $"groups.");
        }

        if (Kernel < 1 || Stride < 1 || Dilation < 1 || Padding < 0)
        {
            throw Wrong(
                $"convolution '{Key}' has kernel {Kernel}, stride {Stride}, dilation {Dilation} and padding {Padding}; the first three "
                + $"must be at least 1 and the last at least 0.");
        }

        if (Bits is not (FloatBits or (>= 2 and <= 8)))
        {
            throw Wrong($"convolution '{Key}' has weights of {Bits} bits; they have 2 to 8, or {FloatBits} for float32.");
        }

        var tall = Sliding.Size(this, input, input.Height, Reach(KernelSize.Height), StrideSize.Height, PaddingSize.Height);
        var wide = Sliding.Size(this, input, input.Width, Reach(KernelSize.Width), StrideSize.Width, PaddingSize.Width);
        return new FeatureShape(Out, tall, wide);
    }

    /// <inheritdoc/>
    public override long Macs(FeatureShape output) =>
        output.Count * (In / Groups) * KernelSize.Height * KernelSize.Width;

    private int Reach(int kernel) => Dilation * (kernel - 1) + 1;

    private (int Height, int Width) Along(int value, int across) =>
        (Form == KernelForm.Row ? across : value, Form == KernelForm.Column ? across : value);
}

/// <summary>Forms of a kernel of length k.</summary>
public enum KernelForm
{
    /// <summary>k×k.</summary>
    Square,

    /// <summary>One row of k: 1×k.</summary>
    Row,

    /// <summary>One column of k: k×1.</summary>
    Column,
}
