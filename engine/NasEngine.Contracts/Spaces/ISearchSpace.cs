using System.Collections.Immutable;

namespace NasEngine.Contracts;

/// <summary>
/// A search space: decisions, their text form and their cost. Implementations are immutable and safe from several
/// threads. A space that can be trained also says how an architecture becomes a network.
/// </summary>
public interface ISearchSpace
{
    /// <summary>The decisions.</summary>
    DecisionSpace Decisions { get; }

    /// <summary>Published architectures that the space holds, by name.</summary>
    ImmutableSortedDictionary<string, Architecture> References { get; }

    /// <summary>What the sources leave open and this space assumes, a sentence each; shown to users.</summary>
    ImmutableArray<string> Assumptions => [];

    /// <summary>The architecture in the space's own text form.</summary>
    string Format(Architecture architecture);

    /// <summary>The architecture that a text says.</summary>
    /// <exception cref="InputException">The text is not one of this space; the message says the place.</exception>
    Architecture Parse(string text);

    /// <summary>The one representative of all architectures that are the same network; the default has none but itself.</summary>
    Architecture Canonical(Architecture architecture) => architecture;

    /// <summary>
    /// Which network the architecture is: a text that is equal for all architectures that are the same network, and for no others.
    /// Finalists are different ones.
    /// </summary>
    string NetworkOf(Architecture architecture) => Canonical(architecture).Key;

    /// <summary>What the architecture costs.</summary>
    /// <exception cref="InputException">It belongs to another space.</exception>
    ArchitectureCost Cost(Architecture architecture);
}
