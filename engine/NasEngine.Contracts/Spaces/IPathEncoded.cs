using System.Collections.Immutable;

namespace NasEngine.Contracts;

/// <summary>
/// A space of cells whose architectures are sets of paths from the cell's input to its output (BANANAS,
/// arXiv 1910.11858): path p is a list of operations, and the encoding has a 1 for each path that is there.
/// </summary>
public interface IPathEncoded : ISearchSpace
{
    /// <summary>Paths there can be; shorter ones have smaller numbers, so that the encoding may be cut off.</summary>
    int PathCount { get; }

    /// <summary>Numbers of the paths of an architecture, ascending, each once.</summary>
    /// <exception cref="InputException">It belongs to another space.</exception>
    ImmutableArray<int> Paths(Architecture architecture);
}
