using NasEngine.Networks;

namespace NasEngine.Spaces.FBNetV2;

/// <summary>
/// A block with all its choices at once (DMaskingNAS, arXiv 2004.05565, section 3.1): one convolution at the widest width
/// for all widths, masked where channels meet: before attention and projection, and at the output. Its weights are those of
/// <see cref="Block"/>.
/// </summary>
/// <remarks>
/// Batch norms work channel by channel, so masks behind them are enough; a mask before one would be undone by it. The input is
/// added with the weight of all combinations in which it has the output's width.
/// </remarks>
internal sealed class MixtureBlock(FBNetV2Options options, MacroRow row, MixtureChoices choices, int stride)
{
    private int Divisor => options.Macro.Divisor;

    public MaskedMap AddTo(MaskedMap input)
    {
        var middle = Middle(input.Width);
        var wide = Expand(input, middle.Largest);
        FeatureMap[] attended = [.. options.Splits.Select(splits => Attend(wide, middle, splits))];
        var output = attended[0].Mix(choices.Splits, attended[1..])
            .Conv("project", choices.Channels.Largest, 1).BatchNorm("project.bn").Mask(choices.Channels);
        return input with { Map = stride == 1 ? AddInput(output, input) : output, Width = choices.Channels };
    }

    private Selection Middle(Selection input) => input.Join(choices.Expansion, (channels, expansion) =>
        Block.MiddleOf(channels, row.Expansions[expansion], Divisor));

    /// <summary>The expansion at its widest; ratio 1 takes the input itself, with zeros behind it.</summary>
    private FeatureMap Expand(MaskedMap input, int widest)
    {
        var ratios = row.Expansions.Where(ratio => ratio != 1).ToArray();
        if (ratios.Length == 0)
        {
            return input.Map;
        }

        var expanded =
            Activate(input.Map.Conv("expand", Block.MiddleOf(input.Width.Largest, ratios.Max(), Divisor), 1).BatchNorm("expand.bn"));
        return ratios.Length == row.Expansions.Length ? expanded : Fit(expanded, widest).Mix(
            choices.Expansion.Map(expansion => row.Expansions[expansion] == 1 ? 1 : 0), Fit(input.Map, widest));
    }

    private FeatureMap Attend(FeatureMap wide, Selection middle, int splits)
    {
        var radix = Math.Max(1, splits);
        FeatureMap[] kernels = [.. options.Kernels.Select(kernel => Depthwise(wide, kernel, radix))];
        var features = Activate(kernels[0].Mix(choices.Kernel, kernels[1..])).Mask(middle.Map(width => width * radix));
        return Block.AttentionOf(middle.Largest, splits, Divisor) is { } widest
            ? (widest with { HiddenWidths = middle.Map(width => Block.AttentionOf(width, splits, Divisor)!.Hidden) }).AddTo(features)
            : features;
    }

    private FeatureMap Depthwise(FeatureMap wide, int kernel, int radix)
    {
        var name = InvertedResidual.DepthwiseName(kernel, radix);
        return wide.Depthwise(name, kernel, stride, multiplier: radix).BatchNorm(name + ".bn");
    }

    private FeatureMap Activate(FeatureMap map)
    {
        FeatureMap[] functions = [.. options.Activations.Select(function => map.Activate(function))];
        return functions[0].Mix(choices.Activation, functions[1..]);
    }

    private FeatureMap AddInput(FeatureMap output, MaskedMap input)
    {
        var added = choices.Channels.Join(input.Width, (one, other) => one == other ? 0 : 1);
        if (added.Table.All(entry => entry == 1))
        {
            return output;
        }

        var sum = output.Plus(Fit(input.Map, output.Shape.Channels));
        return added.Largest == 0 ? sum : sum.Mix(added, output);
    }

    /// <summary>With so many channels: zeros behind, or without those behind.</summary>
    private static FeatureMap Fit(FeatureMap map, int channels) =>
        map.Shape.Channels < channels ? map.Then(new ChannelPad(channels))
        : map.Shape.Channels > channels ? map.Then(new ChannelSlice(0, channels))
        : map;
}
