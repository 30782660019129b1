using NasEngine.Contracts;
using NasEngine.Search;

namespace NasEngine.Pipeline.Reading;

/// <summary>What a run takes back that goes on with a failed search.</summary>
/// <param name="Next">Candidates from this number on are proposed anew.</param>
/// <param name="Lost">Those before it that are measured anew.</param>
internal sealed record Retried(long Next, IReadOnlyList<long> Lost);

/// <summary>
/// Follows which candidates of a search were given up, and so which of them are tried again by the run that goes on after a failure, see
/// <see cref="TakenBack"/>.
/// </summary>
/// <param name="deterministic">Whether the search is.</param>
internal sealed class RetriedCandidates(bool deterministic)
{
    private readonly Dictionary<long, long> _nextAt = [];
    private readonly List<long> _givenUp = [];
    private long _next;
    private Failed? _failure;

    /// <summary>Notes an event; called before it is applied, and returns what is to be taken back first, or null.</summary>
    public Retried? Before(SearchEvent happened)
    {
        var retried = _failure is { Retry: { } first } ? TakeBack(first) : null;
        _failure = happened as Failed;
        if (happened is Proposed proposed)
        {
            Proposed(proposed.Candidate.Number);
        }
        else if (happened is Measured { Measurement.Failure.Kind: FailureKind.Poisoned } lost)
        {
            _nextAt[lost.Number] = _next;
            _givenUp.Add(lost.Number);
        }

        return retried;
    }

    /// <summary>Notes a proposal that <see cref="Before"/> was not told of.</summary>
    public void Proposed(long number) => _next = number + 1;

    private Retried TakeBack(long first)
    {
        _next = _nextAt[first];
        var lost = deterministic ? _givenUp.Where(number => number >= first) : _givenUp.Skip(_givenUp.LastIndexOf(first));
        long[] again = [.. lost.Where(number => number < _next)];
        _givenUp.Clear();
        return new Retried(_next, again);
    }
}
