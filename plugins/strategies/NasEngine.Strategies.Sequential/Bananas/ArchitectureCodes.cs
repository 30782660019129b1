using NasEngine.Contracts;

namespace NasEngine.Strategies.Sequential;

/// <summary>Architectures as the places of the ones in a code of zeros and ones.</summary>
internal sealed class ArchitectureCodes
{
    private readonly DecisionSpace _decisions;
    private readonly IPathEncoded? _paths;
    private readonly int[] _starts;

    /// <summary>
    /// Codes of a space: a place per path from the cell's input to its output where the space has paths, the shortest
    /// <paramref name="length"/> of them (BANANAS, arXiv 1910.11858, section 3.1); else a place per choice.
    /// </summary>
    public ArchitectureCodes(ISearchSpace space, int length)
    {
        (_decisions, _paths) = (space.Decisions, space as IPathEncoded);
        Length = _paths is null ? ArchitectureEncoding.OneHotLength(_decisions) : Math.Min(length, _paths.PathCount);
        _starts = new int[_decisions.Decisions.Length];
        for (var i = 1; i < _starts.Length; i++)
        {
            _starts[i] = _starts[i - 1] + _decisions.Decisions[i - 1].Count;
        }
    }

    /// <summary>How many places there are.</summary>
    public int Length { get; }

    /// <summary>The places of an architecture, ascending.</summary>
    public int[] Of(Architecture architecture) => _paths is not null
        ? [.. _paths.Paths(architecture).TakeWhile(path => path < Length)]
        : [.. _starts.Select((start, i) => architecture.Values[i] < 0 ? -1 : start + architecture.Values[i]).Where(place => place >= 0)];
}
