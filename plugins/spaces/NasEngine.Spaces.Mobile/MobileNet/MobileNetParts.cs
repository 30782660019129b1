using System.Collections.Immutable;
using NasEngine.Contracts;
using NasEngine.Networks;

namespace NasEngine.Spaces.Mobile.MobileNet;

/// <summary>Decisions and segments of a <see cref="MobileNetSpace"/>.</summary>
internal sealed class MobileNetParts
{
    private readonly MobileNetOptions _options;
    private readonly Choices<double> _width;

    public MobileNetParts(MobileNetOptions options)
    {
        _options = options;
        var list = new DecisionList();
        _width = Choices<double>.Add(list, "width", "width", "w", options.Widths, true);
        Segments =
        [
            new ChainSegment(_width.Decisions, (map, values) =>
                map.At("stem").ConvBn("conv", Scaled(options.Stem, values), 3, ActivationKind.Relu6, stride: 2)),
            .. options.Stages.Select((stage, index) => Stage(stage, index, list)),
            new ChainSegment(_width.Decisions, (map, values) =>
                map.At("head").ConvBn("conv", Head(values), 1, ActivationKind.Relu6)
                    .GlobalAveragePool().Linear("classifier", options.Task.Classes)),
        ];
        Decisions = list.Build("mobilenet-v2");
    }

    public DecisionSpace Decisions { get; }

    public ImmutableArray<ChainSegment> Segments { get; }

    private ChainSegment Stage(MobileNetStage stage, int index, DecisionList list)
    {
        var group = Place.Stage(index);
        var expansion = Choices<double>.Add(list, group, "expansion", "e", stage.Expansions, true);
        var kernel = Choices<int>.Add(list, group, "kernel", "k", stage.Kernels, true);
        var blocks = Choices<int>.Add(list, group, "blocks", "n", stage.Blocks, true);
        return new ChainSegment([.. _width.Decisions, .. expansion.Decisions, .. kernel.Decisions, .. blocks.Decisions], (map, values) =>
        {
            for (var block = 0; block < blocks.Of(values); block++)
            {
                var ratio = expansion.Of(values);
                map = new InvertedResidual
                {
                    Channels = Scaled(stage.Channels, values),
                    Middle = Channels.Nearest(map.Shape.Channels * ratio, 1),
                    Expand = ratio != 1,
                    Kernel = kernel.Of(values),
                    Stride = block == 0 ? stage.Stride : 1,
                    Activation = ActivationKind.Relu6,
                }.AddTo(map.AtBlock(index, block));
            }

            return map;
        });
    }

    private int Scaled(int channels, ReadOnlySpan<int> values) =>
        Channels.KeepingNineTenths(channels * _width.Of(values), _options.Divisor);

    private int Head(ReadOnlySpan<int> values) =>
        Channels.KeepingNineTenths(_options.Head * Math.Max(1, _width.Of(values)), _options.Divisor);
}
