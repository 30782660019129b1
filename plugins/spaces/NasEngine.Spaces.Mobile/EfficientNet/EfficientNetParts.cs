using System.Collections.Immutable;
using NasEngine.Contracts;
using NasEngine.Networks;

namespace NasEngine.Spaces.Mobile.EfficientNet;

/// <summary>Decisions and segments of an <see cref="EfficientNetSpace"/>.</summary>
internal sealed class EfficientNetParts
{
    private readonly int _divisor;
    private readonly Choices<double> _width;
    private readonly Choices<double> _depth;
    private readonly Choices<int> _resolution;

    public EfficientNetParts(EfficientNetOptions options)
    {
        _divisor = options.Divisor;
        var list = new DecisionList();
        _width = Choices<double>.Add(list, "width", "width", "w", options.Widths, true);
        _depth = Choices<double>.Add(list, "depth", "depth", "d", options.Depths, true);
        _resolution = Choices<int>.Add(list, "resolution", "resolution", "r", options.Resolutions, true);
        Segments =
        [
            new ChainSegment([.. _resolution.Decisions, .. _width.Decisions], (map, values) =>
                map.At("stem").ResizeTo(_resolution.Of(values), _resolution.Of(values))
                    .ConvBn("conv", Scaled(options.Stem, values), 3, ActivationKind.Swish, stride: 2)),
            .. options.Stages.Select(Stage),
            new ChainSegment([], (map, _) =>
                map.At("head").ConvBn("conv", 4 * map.Shape.Channels, 1, ActivationKind.Swish)
                    .GlobalAveragePool().Linear("classifier", options.Task.Classes)),
        ];
        Decisions = list.Build("efficientnet");
    }

    public DecisionSpace Decisions { get; }

    public ImmutableArray<ChainSegment> Segments { get; }

    /// <summary>The architecture of these choices.</summary>
    public Architecture Scaled(int depth, int width, int resolution)
    {
        var values = new int[Decisions.Decisions.Length];
        Set(_depth.Decisions, depth);
        Set(_width.Decisions, width);
        Set(_resolution.Decisions, resolution);
        return Decisions.Architecture(values);

        void Set(ImmutableArray<int> decisions, int choice)
        {
            foreach (var decision in decisions)
            {
                values[decision] = choice;
            }
        }
    }

    private ChainSegment Stage(EfficientNetStage stage, int index) => new([.. _width.Decisions, .. _depth.Decisions], (map, values) =>
    {
        var blocks = (int)Math.Ceiling(stage.Blocks * _depth.Of(values));
        for (var block = 0; block < blocks; block++)
        {
            var input = map.Shape.Channels;
            map = new InvertedResidual
            {
                Channels = Scaled(stage.Channels, values),
                Middle = input * stage.Expansion,
                Expand = stage.Expansion != 1,
                Kernel = stage.Kernel,
                Stride = block == 0 ? stage.Stride : 1,
                Activation = ActivationKind.Swish,
                Attention = new ChannelAttention(1, Math.Max(1, input / 4), Activation: ActivationKind.Swish),
            }.AddTo(map.AtBlock(index, block));
        }

        return map;
    });

    private int Scaled(int channels, ReadOnlySpan<int> values) => Channels.KeepingNineTenths(channels * _width.Of(values), _divisor);
}
