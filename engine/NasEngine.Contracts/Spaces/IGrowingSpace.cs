using System.Collections.Immutable;

namespace NasEngine.Contracts;

/// <summary>
/// A space whose architectures grow into larger ones that can compute the same (Net2Net, ICLR 2016, arXiv 1511.05641; network
/// morphism, ICML 2016, arXiv 1603.01670): a trial of such a one may start from the weights of the smaller
/// (<see cref="WeightOrigin.Of"/>) without a loss.
/// </summary>
public interface IGrowingSpace : ISearchSpace
{
    /// <summary>What the architecture grows into by one change, canonical and each once; none for the largest.</summary>
    /// <exception cref="InputException">The architecture belongs to another space.</exception>
    ImmutableArray<Architecture> Morphs(Architecture architecture);

    /// <summary>
    /// What a distance to other networks of the space goes by; as long as the space says nothing else, a layer per active decision, as wide
    /// as the number of its choice from 1.
    /// </summary>
    /// <exception cref="InputException">The architecture belongs to another space.</exception>
    NetworkOutline Outline(Architecture architecture)
    {
        Decisions.MustHold(architecture);
        return new NetworkOutline(
            [
                .. Decisions.Decisions.Zip(architecture.Values).Where(pair => pair.Second != Architecture.Inactive)
                    .Select(pair => new LayerOutline(pair.First.Name, pair.Second + 1)),
            ],
            []);
    }
}
