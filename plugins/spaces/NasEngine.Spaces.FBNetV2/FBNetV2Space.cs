using System.Collections.Immutable;
using NasEngine.Contracts;
using NasEngine.Networks;

namespace NasEngine.Spaces.FBNetV2;

/// <summary>
/// Inverted residuals with searchable channels, expansion, kernel, non-linearity and attention (FBNetV2,
/// arXiv 2004.05565; FP-NAS, arXiv 2011.10949): a 3×3 stem of stride 2, rows of blocks, a 1×1 convolution, pooling and a
/// linear classifier.
/// </summary>
public sealed class FBNetV2Space : INetworkSpace
{
    private readonly Macro _macro;
    private readonly ImmutableArray<Layer> _layers;

    /// <summary>Makes the space.</summary>
    /// <exception cref="InputException">The image is too small for the strides, or a setting has no choices.</exception>
    public FBNetV2Space(FBNetV2Options options)
    {
        _macro = options.Macro;
        var decisions = new List<Decision>();
        _layers = [.. _macro.Rows.SelectMany((row, index) => options.PerBlock
            ? Enumerable.Range(0, row.Blocks).Select(block => new Layer(options, index, block, 1, decisions))
            : [new Layer(options, index, 0, row.Blocks, decisions)])];
        Decisions = new DecisionSpace(options.Id, decisions);
        Describe(Decisions.Architecture(new int[Decisions.Decisions.Length]));
    }

    /// <inheritdoc/>
    public DecisionSpace Decisions { get; }

    /// <inheritdoc/>
    public FeatureShape Input => new(_macro.ImageChannels, _macro.ImageSize, _macro.ImageSize);

    /// <inheritdoc/>
    public int Classes => _macro.Classes;

    /// <inheritdoc/>
    public ImmutableSortedDictionary<string, Architecture> References { get; } =
        ImmutableSortedDictionary<string, Architecture>.Empty;

    /// <inheritdoc/>
    public string Format(Architecture architecture) => ArchitectureText.Format(Decisions, architecture);

    /// <inheritdoc/>
    public Architecture Parse(string text) => ArchitectureText.Parse(Decisions, text);

    /// <inheritdoc/>
    public ArchitectureCost Cost(Architecture architecture) => Describe(architecture).Cost;

    /// <inheritdoc/>
    public NetworkSpec Describe(Architecture architecture)
    {
        Decisions.MustHold(architecture);
        var map = NetworkSpec.From(Input).At("stem").ConvBn("conv", _macro.Stem, 3, ActivationKind.HardSwish, stride: 2);
        foreach (var layer in _layers)
        {
            map = layer.AddTo(map, architecture.Values.AsSpan());
        }

        return map.At("head").ConvBn("conv", _macro.Head, 1, ActivationKind.HardSwish)
            .GlobalAveragePool().Linear("classifier", Classes).Build();
    }
}
