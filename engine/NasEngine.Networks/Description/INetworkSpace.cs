using System.Collections.Immutable;
using NasEngine.Contracts;

namespace NasEngine.Networks;

/// <summary>A search space whose architectures are networks.</summary>
public interface INetworkSpace : ISearchSpace
{
    /// <summary>Shape of the images.</summary>
    FeatureShape Input { get; }

    /// <summary>Number of classes: the output is Classes×1×1.</summary>
    int Classes { get; }

    /// <summary>
    /// Published networks of this family that the space's own grid may not hold, such as those with finer widths, by name.
    /// </summary>
    ImmutableSortedDictionary<string, NetworkSpec> Networks =>
        References.ToImmutableSortedDictionary(pair => pair.Key, pair => Describe(pair.Value), StringComparer.Ordinal);

    /// <summary>The network of an architecture.</summary>
    /// <exception cref="InputException">It belongs to another space.</exception>
    NetworkSpec Describe(Architecture architecture);

    /// <summary>The hash of its network, so that two texts of one network are one; see <see cref="NetworkHash"/>.</summary>
    string ISearchSpace.NetworkOf(Architecture architecture) => Describe(Canonical(architecture)).Hash();

    /// <summary>
    /// Architectures that together use every weight of the space at its largest shape; see <see cref="SupernetWeights"/>.
    /// </summary>
    IEnumerable<Architecture> Covering() => Coverage.Of(Decisions);
}
