using static TorchSharp.torch;
using static TorchSharp.torch.nn;

namespace TorchSharp.Modules;

/// <summary>What all convolutions share: the weight, the bias and the geometry.</summary>
public abstract class Convolution : nn.Module<Tensor, Tensor>
{
    [ComponentName(Name = nameof(weight))]
    private Parameter? _weight;

    [ComponentName(Name = nameof(bias))]
    private Parameter? _bias;

    private protected Convolution(
        string name, long inChannels, long outChannels, long[] kernelSize, ConvolutionOptions options)
        : base(name)
    {
        if (options.Transposed && options.PaddingMode != PaddingModes.Zeros)
            throw new ArgumentException("Only PaddingModes.Zeros is supported for ConvTransposeND");
        in_channels = inChannels;
        out_channels = outChannels;
        kernel_size = kernelSize;
        stride = options.Stride;
        padding = options.Padding;
        padding_type = options.PaddingType;
        dilation = options.Dilation;
        output_padding = options.OutputPadding;
        transposed = options.Transposed;
        groups = options.Groups;
        padding_mode = options.PaddingMode;
        long[] channels = options.Transposed
            ? [inChannels, outChannels / groups]
            : [outChannels, inChannels / groups];
        weight = new Parameter(empty([.. channels, .. kernelSize], options.Type, options.Device));
        if (options.Bias) bias = new Parameter(empty([outChannels], options.Type, options.Device));
        reset_parameters();
    }

    public long in_channels { get; }

    public long out_channels { get; }

    public long[] kernel_size { get; }

    public long[] stride { get; set; }

    public long[]? padding { get; set; }

    public Padding? padding_type { get; set; }

    public long[] dilation { get; set; }

    public long[] output_padding { get; set; }

    public bool transposed { get; }

    public long groups { get; set; }

    public PaddingModes padding_mode { get; set; }

    public Parameter weight
    {
        get => _weight!;
        set => _weight = Exchange(nameof(weight), _weight, value);
    }

    public Parameter? bias
    {
        get => _bias;
        set => _bias = Exchange(nameof(bias), _bias, value);
    }

    /// <summary>The padding as nn.functional.pad takes it: the last axis first, both sides of each.</summary>
    private protected long[] PaddingPerSide => padding!.Reverse().SelectMany(side => new[] { side, side }).ToArray();

    public void SetPadding(long[] padding)
    {
        this.padding = padding;
        padding_type = null;
    }

    public void SetPadding(Padding padding)
    {
        this.padding = null;
        padding_type = padding;
    }

    public void reset_parameters()
    {
        init.kaiming_uniform_(weight, Math.Sqrt(5));
        if (bias is null) return;
        var (fanIn, _) = init.CalculateFanInAndFanOut(weight);
        if (fanIn == 0) return;
        var bound = 1 / Math.Sqrt(fanIn);
        init.uniform_(bias, -bound, bound);
    }
}

internal sealed record ConvolutionOptions(long[] Stride, long[] Dilation)
{
    internal long[]? Padding { get; init; }

    internal Padding? PaddingType { get; init; }

    internal long[] OutputPadding { get; init; } = [];

    internal long Groups { get; init; } = 1;

    internal bool Bias { get; init; } = true;

    internal bool Transposed { get; init; }

    internal PaddingModes PaddingMode { get; init; }

    internal Device? Device { get; init; }

    internal ScalarType? Type { get; init; }
}
