using System.Collections.Immutable;
using NasEngine.Contracts;
using NasEngine.Networks;

namespace NasEngine.Spaces.FBNetV2;

/// <summary>Options of a space of the family.</summary>
public sealed record FBNetV2Options
{
    /// <summary>Id of the space.</summary>
    public required string Id { get; init; }

    /// <summary>Stem, rows and head.</summary>
    public required Macro Macro { get; init; }

    /// <summary>Whether each block has choices of its own.</summary>
    public required bool PerBlock { get; init; }

    /// <summary>Choices of the depthwise kernel, odd, ascending.</summary>
    public ImmutableArray<int> Kernels { get; init; } = [3, 5];

    /// <summary>Choices of the non-linearity.</summary>
    public ImmutableArray<ActivationKind> Activations { get; init; } = [ActivationKind.Relu, ActivationKind.HardSwish];

    /// <summary>Choices of attention: 0 none, 1 squeeze-and-excitation, more: split attention.</summary>
    public ImmutableArray<int> Splits { get; init; } = [0, 1];

    /// <summary>Choices of the bits of a block's weights, 2 to 8, or 32 for float32; stem, head and classifier are float32.</summary>
    public ImmutableArray<int> Bits { get; init; } = [Convolution.FloatBits];

    /// <summary>Choices of the image's resolution, ascending; none leaves the image as it is.</summary>
    public ImmutableArray<int> Resolutions { get; init; } = [];

    /// <summary>What the papers leave open and the space assumes.</summary>
    public ImmutableArray<string> Assumptions { get; init; } = [];

    /// <summary>Reads the options of a variant.</summary>
    /// <exception cref="InputException">A value is not allowed.</exception>
    public static FBNetV2Options Read(OptionReader reader, Variant variant)
    {
        var macro = ImageTask.IsMini(reader) ? variant.Mini : variant.Paper;
        var table = ImageTask.Table(reader, MacroRow.Format(macro.Rows), MacroRow.Columns);
        var options = new FBNetV2Options
        {
            Id = variant.Id,
            PerBlock = variant.PerBlock,
            Assumptions = variant.Assumptions,
            Macro = new Macro(
                ImageTask.Read(reader, macro.Task),
                (int)reader.Integer("stem", macro.Stem, "Channels of the stem convolution.", 1, 4096),
                MacroRow.Parse(table),
                (int)reader.Integer("head", macro.Head, "Channels of the last 1×1 convolution.", 1, 65536),
                (int)reader.Integer("divisor", macro.Divisor, "Middle channels are rounded to a multiple of it.", 1, 1024)),
            Kernels = ImageTask.Kernels(reader, [3, 5], "Choices of the depthwise kernel, odd."),
            Activations =
                [.. reader.Text("activations", "relu,hswish", "Choices of the non-linearity.").Split(',').Select(ActivationNames.Parse)],
            Splits = [.. reader.Integers(
                "splits", variant.Splits.Select(split => (long)split),
                "Choices of attention: 0 none, 1 squeeze-and-excitation, more: splits.", 0, 64).Select(split => (int)split)],
            Bits = [.. reader.Integers(
                "bits", [Convolution.FloatBits],
                "Choices of the bits of a block's weights, which are rounded while they are trained: 2 to 8, or 32 for float32.", 2,
                Convolution.FloatBits).Select(bits => (int)bits)],
            Resolutions = [.. reader.Integers(
                "resolutions", [],
                "Choices of the image's height and width, to which it is subsampled by nearest neighbours (DMaskingNAS); none leaves it.",
                1, 4096)
                .Select(side => (int)side)],
        };
        if (options.Bits.FirstOrDefault(bits => bits is > 8 and not Convolution.FloatBits) is > 0 and var wrong)
        {
            throw new InputException($"Option 'bits' has {wrong}; weights have 2 to 8 bits, or {Convolution.FloatBits} for float32.");
        }

        return options.Resolutions.SequenceEqual(options.Resolutions.Distinct().Order().Where(side => side <= options.Macro.Task.Size))
            ? options
            : throw new InputException(
                $"Option 'resolutions' is '{string.Join(',', options.Resolutions)}' for images of {options.Macro.Task.Size} pixels; give "
                + $"ascending sizes of at most that.");
    }
}
