using System.Collections.Immutable;
using NasEngine.Contracts;
using NasEngine.Networks;

namespace NasEngine.Spaces.Mobile.MobileNet;

/// <summary>
/// MobileNetV2 (arXiv 1801.04381) and its surroundings: one width multiplier, and per stage expansion, kernel and number
/// of blocks. The paper gives the network; the choices around it are ours.
/// </summary>
public sealed class MobileNetSpace : ChainSpace
{
    private const string Published = "w1|e6_k3_n2|e6_k3_n3|e6_k3_n4|e6_k3_n3|e6_k3_n3|e6_k3";

    private readonly ImageTask _task;

    /// <summary>Makes the space.</summary>
    /// <exception cref="InputException">The image is too small for the strides.</exception>
    public MobileNetSpace(MobileNetOptions options)
        : this(options, new MobileNetParts(options))
    {
    }

    private MobileNetSpace(MobileNetOptions options, MobileNetParts parts)
        : base(parts.Decisions, options.Task, parts.Segments)
    {
        _task = options.Task;
        References = options.IsPublished && options.Widths.Contains(1)
            ? base.References.Add("mobilenet-v2", Parse(Published))
            : base.References;
    }

    /// <inheritdoc/>
    public override ImmutableSortedDictionary<string, Architecture> References { get; }

    /// <inheritdoc/>
    public override ImmutableArray<string> Assumptions =>
    [
        "The paper gives one network; the choices of width, expansion, kernel and blocks around it are ours.",
    ];

    /// <summary>MobileNetV2 where the space holds it, and MobileNetV3 large and small for the space's images and classes.</summary>
    public override ImmutableSortedDictionary<string, NetworkSpec> Networks => base.Networks.AddRange(MobileNetV3.For(_task));
}
