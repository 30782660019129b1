using System.Collections.Concurrent;
using System.Diagnostics;
using System.Diagnostics.Metrics;
using NasEngine.Pipeline.Searches;
using NasEngine.Pipeline.Workers;
using NasEngine.Search;

namespace NasEngine.Host.Telemetry;

/// <summary>
/// Counts what a running search does, for machines: candidates by how they ended, how long each took from its proposal, lost attempts,
/// candidates under way, and the memory of its processes. Counts begin with the run. Safe from several threads.
/// </summary>
internal sealed class SearchMeter : ISearchObserver, IDisposable
{
    /// <summary>Name of the meter.</summary>
    public const string Name = "NasEngine";

    private readonly Meter _meter = new(Name);
    private readonly Counter<long> _candidates;
    private readonly Counter<long> _lost;
    private readonly Histogram<double> _durations;
    private readonly KeyValuePair<string, object?> _search;
    private readonly TimeProvider _time;
    private readonly Lock _lock = new();
    private readonly Dictionary<long, long> _began = [];
    private readonly ConcurrentDictionary<int, int> _workers = [];
    private SearchState? _before;
    private long _underWay;

    /// <summary>Begins to count.</summary>
    /// <param name="search">Name of the search, a tag of all that is counted.</param>
    /// <param name="time">The clock.</param>
    public SearchMeter(string search, TimeProvider time)
    {
        (_search, _time) = (new("nas.search", search), time);
        _candidates = _meter.CreateCounter<long>("nas.candidates", "{candidate}", "Candidates that the search was told of, by outcome.");
        _lost = _meter.CreateCounter<long>("nas.attempts.lost", "{attempt}", "Attempts that were lost with their workers.");
        _durations = _meter.CreateHistogram<double>("nas.candidate.duration", "s", "From the proposal of a candidate to its result.");
        _meter.CreateObservableUpDownCounter(
            "nas.candidates.in_flight", () => new Measurement<long>(Interlocked.Read(ref _underWay), _search), "{candidate}",
            "Candidates that were proposed and have no result.");
        _meter.CreateObservableGauge("nas.memory", Memory, "By", "Memory of the processes of the search.");
    }

    /// <inheritdoc/>
    public void Changed(SearchState state)
    {
        lock (_lock)
        {
            var underWay = state.Unmeasured.Select(candidate => candidate.Number).ToHashSet();
            Interlocked.Exchange(ref _underWay, underWay.Count);
            Time(underWay);
            if (_before is { } before)
            {
                var failed = state.Failures.Count - before.Failures.Count;
                Count(state.ObservedCount - before.ObservedCount - failed, "measured");
                Count(failed, "failed");
                if (state.LostAttempts > before.LostAttempts)
                {
                    _lost.Add(state.LostAttempts - before.LostAttempts, _search);
                }
            }

            _before = state;
        }
    }

    /// <inheritdoc/>
    public void WorkerStarted(int slot, WorkerReady ready) => _workers[slot] = ready.Pid;

    /// <inheritdoc/>
    public void JobProgress(int slot, string stage, long done, long total)
    {
    }

    /// <inheritdoc/>
    public void Note(string sentence)
    {
    }

    /// <inheritdoc/>
    public void Dispose() => _meter.Dispose();

    private void Count(long many, string outcome)
    {
        if (many > 0)
        {
            _candidates.Add(many, _search, new("outcome", outcome));
        }
    }

    /// <summary>Those that a run found under way when it began are not timed: nobody saw their beginning.</summary>
    private void Time(HashSet<long> underWay)
    {
        foreach (var (number, began) in _began.Where(pair => !underWay.Contains(pair.Key)).ToArray())
        {
            _durations.Record(_time.GetElapsedTime(began).TotalSeconds, _search);
            _began.Remove(number);
        }

        if (_before is not null)
        {
            foreach (var number in underWay)
            {
                _began.TryAdd(number, _time.GetTimestamp());
            }
        }
    }

    private IEnumerable<Measurement<long>> Memory()
    {
        yield return new Measurement<long>(Environment.WorkingSet, _search, new("process", "coordinator"));
        foreach (var (slot, pid) in _workers.Where(worker => worker.Value != Environment.ProcessId))
        {
            if (MemoryOf(pid) is { } bytes)
            {
                yield return new Measurement<long>(bytes, _search, new("process", $"worker {slot + 1}"));
            }
        }
    }

    private static long? MemoryOf(int pid)
    {
        try
        {
            using var process = Process.GetProcessById(pid);
            return process.WorkingSet64;
        }
        catch (Exception gone) when (gone is ArgumentException or InvalidOperationException)
        {
            return null;
        }
    }
}
