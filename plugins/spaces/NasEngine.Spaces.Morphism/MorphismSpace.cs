using System.Collections.Immutable;
using NasEngine.Contracts;
using NasEngine.Networks;

namespace NasEngine.Spaces.Morphism;

/// <summary>
/// Plain convolutional networks that grow by function-preserving changes (Net2Net, ICLR 2016, arXiv 1511.05641; network
/// morphism, ICML 2016, arXiv 1603.01670). Open-ended within the bounds of its options. Weight names stay under every
/// change: a layer keeps its place, and a deeper stage has its new layer last.
/// </summary>
public sealed class MorphismSpace : ChainSpace, IMorphSpace
{
    private readonly MorphismParts _parts;

    /// <summary>Makes the space.</summary>
    /// <exception cref="InputException">The image is too small for the poolings.</exception>
    public MorphismSpace(MorphismOptions options)
        : this(options, new MorphismParts(options))
    {
    }

    private MorphismSpace(MorphismOptions options, MorphismParts parts)
        : base(parts.Decisions, options.Task, parts.Segments) => _parts = parts;

    /// <inheritdoc/>
    public override ImmutableArray<string> Assumptions =>
    [
        "The papers grow networks without a bound; here the largest depth, widths and kernels are options.",
        "A skip is added behind a batch norm of its own, whose scale begins at 0, and before the layer's ReLU.",
    ];

    /// <summary>
    /// Every change of one step: each layer one width up, with those that skips link to it, or one kernel, or a skip more; each stage one
    /// layer deeper.
    /// </summary>
    /// <exception cref="InputException">The architecture belongs to another space.</exception>
    public ImmutableArray<Morph> Changes(Architecture architecture)
    {
        var canonical = Canonical(architecture);
        return [.. _parts.Layers.SelectMany(layer => _parts.Morphs(canonical, layer))];
    }

    /// <inheritdoc/>
    public ImmutableArray<Architecture> Morphs(Architecture architecture) =>
        [.. Changes(architecture).Select(change => change.Architecture)];

    /// <summary>The convolutions with the poolings between, and the skips.</summary>
    public NetworkOutline Outline(Architecture architecture) => _parts.Outline(Canonical(architecture));

    /// <inheritdoc/>
    public Beginning BeginningOf(string key) =>
        key.EndsWith("." + MorphismLayer.SkipNorm, StringComparison.Ordinal) ? Beginning.Zero : Beginning.Identity;

    /// <summary>A skip between different shapes is none.</summary>
    public override Architecture Canonical(Architecture architecture)
    {
        Decisions.MustHold(architecture);
        var values = architecture.Values.ToArray();
        foreach (var layer in _parts.Layers.Where(layer => values[layer.Width] >= 0 && !_parts.KeepsShape(layer, values)))
        {
            values[layer.Skip] = 0;
        }

        return Decisions.Architecture(values);
    }

    /// <summary>The largest network; its weights hold those of all others.</summary>
    public override IEnumerable<Architecture> Covering() =>
        [Decisions.Architecture([.. Decisions.Decisions.Select(decision => decision.Count - 1)])];
}
