using System.Collections.Immutable;
using NasEngine.Contracts;
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
    private readonly Dictionary<long, long> _nextAt = [];
    private readonly List<long> _givenUp = [];
    private readonly List<AttemptFailed> _lost = [];
    private readonly List<PluginChange> _plugins = [];
    private List<Finalist> _finalists = [];
    private List<DateTimeOffset> _finalTimes = [];
    private ImmutableSortedDictionary<string, ImmutableArray<double>> _alphas =
        ImmutableSortedDictionary.Create<string, ImmutableArray<double>>(StringComparer.Ordinal);

    private Failed? _failure;

    /// <summary>The next event.</summary>
    public void Add(DateTimeOffset at, SearchEvent happened)
    {
        if (_failure is { Retry: { } first })
        {
            TakeBack(first, _nextAt[first]);
        }

        _failure = happened as Failed;
        switch (happened)
        {
            case Proposed e:
                _candidates[e.Candidate.Number] = new HistoryEntry(e.Candidate, null, NoStatus, null);
                break;
            case Measured e:
                _candidates[e.Number] = _candidates[e.Number] with { Measurement = e.Measurement, At = at };
                if (IsGivenUp(e.Measurement))
                {
                    _nextAt[e.Number] = _candidates.Keys.Last() + 1;
                    _givenUp.Add(e.Number);
                }

                break;
            case Observed e:
                _candidates[e.Number] = _candidates[e.Number] with { Status = e.Status };
                break;
            case AttemptFailed e:
                _lost.Add(e);
                break;
            case PluginsChanged e:
                _plugins.AddRange(e.Changes);
                break;
            default:
                AddEnd(at, happened);
                break;
        }
    }

    /// <summary>The history.</summary>
    public SearchHistory Done() => new()
    {
        Header = header,
        Candidates = [.. _candidates.Values],
        Finalists = _finalists,
        FinalTimes = _finalTimes,
        Alphas = _alphas,
        LostAttempts = _lost,
        PluginChanges = _plugins,
        Failure = _failure?.Reason,
    };

    private void AddEnd(DateTimeOffset at, SearchEvent happened)
    {
        switch (happened)
        {
            case Redefined:
                (_finalists, _finalTimes, _alphas) = ([], [], _alphas.Clear());
                break;
            case FinalistsChosen e:
                (_finalists, _finalTimes, _alphas) = ([.. Finalist.Of(e.Architectures)], [at], e.Alphas);
                break;
            case FinalistMeasured e:
                _finalists[e.Rank] = _finalists[e.Rank] with
                {
                    Measurement = e.Measurement, Latency = e.Latency, FinalScore = e.FinalScore,
                };
                _finalTimes.Add(at);
                break;
            case FinalistsRanked e:
                _finalists = [.. e.Order.Select(place => _finalists[place])];
                break;
        }
    }

    /// <summary>What was lost at the end of a failed search is tried again by the run that went on, see <see cref="TakenBack"/>.</summary>
    private void TakeBack(long first, long next)
    {
        foreach (var number in _candidates.Keys.Where(number => number >= next).ToArray())
        {
            _candidates.Remove(number);
        }

        var lost = header.Spec.Deterministic ? _givenUp.Where(number => number >= first) : _givenUp.Skip(_givenUp.LastIndexOf(first));
        foreach (var number in lost.Where(_candidates.ContainsKey).ToArray())
        {
            _candidates[number] = _candidates[number] with { Measurement = null, At = null, Status = NoStatus };
        }

        _givenUp.Clear();
    }

    private static bool IsGivenUp(Measurement measurement) => measurement.Failure is { Kind: FailureKind.Poisoned };
}
