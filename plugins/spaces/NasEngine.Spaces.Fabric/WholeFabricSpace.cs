using System.Collections.Immutable;
using NasEngine.Contracts;
using NasEngine.Networks;

namespace NasEngine.Spaces.Fabric;

/// <summary>
/// The whole fabric as the one architecture of a space (Convolutional Neural Fabrics, NIPS 2016, arXiv 1606.02492): it holds all paths,
/// training it is the search, and it is the result.
/// </summary>
/// <param name="options">Images, and how many layers, scales and channels.</param>
public sealed class WholeFabricSpace(FabricOptions options) : NetworkSpace(One, options.Task)
{
    private readonly FabricTrellis _trellis = new(options);

    private static DecisionSpace One { get; } = new("whole-fabric", [new Decision("fabric", ["whole"])]);

    /// <inheritdoc/>
    public override ImmutableSortedDictionary<string, Architecture> References =>
        base.References.Add("fabric", Decisions.Architecture([0]));

    /// <inheritdoc/>
    public override ImmutableArray<string> Assumptions => new FabricSpace(options).Assumptions;

    /// <inheritdoc/>
    protected override FeatureMap Add(FeatureMap image, Architecture architecture) => _trellis.Whole(image);
}
