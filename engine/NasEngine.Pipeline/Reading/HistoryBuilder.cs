using System.Collections.Immutable;
using NasEngine.Pipeline.Journal;
using NasEngine.Search;

namespace NasEngine.Pipeline.Reading;

/// <summary>Makes the history of a search of its events, one after another.</summary>
internal sealed class HistoryBuilder(SearchHeader header)
{
    /// <summary>Of a strategy that says nothing.</summary>
    public static readonly ImmutableSortedDictionary<string, double> NoStatus =
        ImmutableSortedDictionary.Create<string, double>(StringComparer.Ordinal);

    private readonly SortedDictionary<long, HistoryEntry> _candidates = [];
    private readonly RetriedCandidates _retried = new(header.Spec.Deterministic);
    private readonly HistoryRest _rest = new(header.Spec.Final?.Seeds ?? 1);

    /// <summary>The next event.</summary>
    public void Add(DateTimeOffset at, SearchEvent happened)
    {
        if (_retried.Before(happened) is { } back)
        {
            TakeBack(back);
        }

        _rest.Add(at, happened);
        switch (happened)
        {
            case Proposed e:
                _candidates[e.Candidate.Number] = new HistoryEntry(e.Candidate, null, NoStatus, null);
                break;
            case Measured e:
                _candidates[e.Number] = _candidates[e.Number] with { Measurement = e.Measurement, At = at };
                break;
            case Observed e:
                _candidates[e.Number] = _candidates[e.Number] with { Status = e.Status };
                break;
        }
    }

    /// <summary>The history.</summary>
    public SearchHistory Done() => new()
    {
        Header = header,
        Candidates = [.. _candidates.Values],
        Finalists = _rest.Finalists,
        FinalTimes = _rest.FinalTimes,
        Alphas = _rest.Alphas,
        LostAttempts = _rest.Lost,
        PluginChanges = _rest.PluginChanges,
        Notes = _rest.Notes,
        Failure = _rest.Failure,
    };

    private void TakeBack(Retried back)
    {
        foreach (var number in _candidates.Keys.Where(number => number >= back.Next).ToArray())
        {
            _candidates.Remove(number);
        }

        foreach (var number in back.Lost.Where(_candidates.ContainsKey).ToArray())
        {
            _candidates[number] = _candidates[number] with { Measurement = null, At = null, Status = NoStatus };
        }
    }
}
