using System.Collections.Immutable;
using NasEngine.Contracts;
using NasEngine.Networks;

namespace NasEngine.Spaces.Mobile.EfficientNet;

/// <summary>
/// EfficientNet (arXiv 1905.11946): one base network, scaled by width, depth and resolution. The references B0 to B7 are
/// the paper's; their images are resized from the task's size to the resolution, which costs no multiply-adds. What is scaled is the
/// network of the first choice of each.
/// </summary>
public sealed class EfficientNetSpace : ChainSpace, IScaledSpace
{
    private static readonly (string Name, string Text)[] Published =
    [
        ("efficientnet-b0", "w1|d1|r224"), ("efficientnet-b1", "w1|d1.1|r240"), ("efficientnet-b2", "w1.1|d1.2|r260"),
        ("efficientnet-b3", "w1.2|d1.4|r300"), ("efficientnet-b4", "w1.4|d1.8|r380"), ("efficientnet-b5", "w1.6|d2.2|r456"),
        ("efficientnet-b6", "w1.8|d2.6|r528"), ("efficientnet-b7", "w2|d3.1|r600"),
    ];

    private readonly EfficientNetParts _parts;

    /// <summary>Makes the space.</summary>
    /// <exception cref="InputException">A resolution is too small for the strides.</exception>
    public EfficientNetSpace(EfficientNetOptions options)
        : this(options, new EfficientNetParts(options))
    {
    }

    private EfficientNetSpace(EfficientNetOptions options, EfficientNetParts parts)
        : base(parts.Decisions, options.Task, parts.Segments)
    {
        _parts = parts;
        (Depths, Widths) = (Multiples(options.Depths), Multiples(options.Widths));
        Resolutions = Multiples([.. options.Resolutions.Select(side => (double)side)]);
        References = options.IsPublished
            ? Published.Where(one => Holds(one.Text)).ToImmutableSortedDictionary(
                one => one.Name, one => Parse(one.Text), StringComparer.Ordinal)
            : base.References;
    }

    /// <inheritdoc/>
    public override ImmutableSortedDictionary<string, Architecture> References { get; }

    /// <inheritdoc/>
    public override ImmutableArray<string> Assumptions =>
    [
        "Images are resized from the task's size to the resolution by nearest neighbour, which costs no multiply-adds.",
        "Widths and depths between the published scalings are all combined with all resolutions.",
    ];

    /// <inheritdoc/>
    public ImmutableArray<double> Depths { get; }

    /// <inheritdoc/>
    public ImmutableArray<double> Widths { get; }

    /// <inheritdoc/>
    public ImmutableArray<double> Resolutions { get; }

    /// <inheritdoc/>
    public Architecture Scaled(int depth, int width, int resolution)
    {
        ArgumentOutOfRangeException.ThrowIfGreaterThanOrEqual(depth, Depths.Length);
        ArgumentOutOfRangeException.ThrowIfGreaterThanOrEqual(width, Widths.Length);
        ArgumentOutOfRangeException.ThrowIfGreaterThanOrEqual(resolution, Resolutions.Length);
        return _parts.Scaled(depth, width, resolution);
    }

    private static ImmutableArray<double> Multiples(ImmutableArray<double> choices) => [.. choices.Select(choice => choice / choices[0])];

    private bool Holds(string text) => text.Split('|') is var labels && labels.Length == Decisions.Decisions.Length &&
        Decisions.Decisions.Zip(labels).All(pair => pair.First.Choices.Contains(pair.Second));
}
