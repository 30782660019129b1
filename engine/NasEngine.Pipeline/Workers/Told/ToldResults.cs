using NasEngine.Contracts;
using NasEngine.Pipeline.Searches;
using NasEngine.Search;

namespace NasEngine.Pipeline.Workers;

/// <summary>
/// Results that somebody tells of trials that are measured elsewhere, by the numbers of their candidates. As an observer it notices when
/// there is nothing left for the search to do but to wait for more of them. Safe from several threads.
/// </summary>
public sealed class ToldResults : ISearchObserver
{
    private readonly Lock _lock = new();
    private readonly Dictionary<long, TaskCompletionSource<Measurement>> _results = [];
    private readonly HashSet<long> _waiting = [];
    private SearchState? _state;
    private int _changes;
    private Action? _idle;

    /// <summary>Whether a search waits for nothing but results.</summary>
    public bool IsIdle { get; private set; }

    /// <summary>Tells what came of a candidate.</summary>
    public void Tell(long number, Measurement measurement)
    {
        lock (_lock)
        {
            Of(number).TrySetResult(measurement);
        }
    }

    /// <summary>Begins to look whether a search waits for nothing but results; then <paramref name="idle"/> is called.</summary>
    public void Watch(Action idle)
    {
        lock (_lock)
        {
            (_idle, _state, _changes, IsIdle) = (idle, null, 0, false);
            _waiting.Clear();
        }
    }

    /// <summary>Looks no longer; what was seen stays.</summary>
    public void EndWatch()
    {
        lock (_lock)
        {
            _idle = null;
        }
    }

    /// <inheritdoc/>
    public void Changed(SearchState state)
    {
        lock (_lock)
        {
            (_state, _changes) = (state, _changes + 1);
        }

        Look();
    }

    /// <inheritdoc/>
    public void WorkerStarted(int slot, WorkerReady ready)
    {
    }

    /// <inheritdoc/>
    public void JobProgress(int slot, string stage, long done, long total)
    {
    }

    /// <inheritdoc/>
    public void Note(string sentence)
    {
    }

    /// <summary>What is told of a candidate, when it is.</summary>
    internal Task<Measurement> WaitAsync(long number, CancellationToken cancellation)
    {
        Task<Measurement> told;
        lock (_lock)
        {
            _waiting.Add(number);
            told = Of(number).Task;
        }

        Look();
        return told.WaitAsync(cancellation);
    }

    private TaskCompletionSource<Measurement> Of(long number) => _results.TryGetValue(number, out var told)
        ? told
        : _results[number] = new TaskCompletionSource<Measurement>(TaskCreationOptions.RunContinuationsAsynchronously);

    /// <summary>The first state is the journal's; the strategy had its turn with the second.</summary>
    private void Look()
    {
        Action? idle;
        lock (_lock)
        {
            IsIdle = _changes > 1 && _state is { Phase: SearchPhase.Searching } state && state.NextToObserve() is null
                && state.Unmeasured.Any() && state.Unmeasured.All(candidate => IsWaitedFor(candidate.Number));
            idle = IsIdle ? _idle : null;
        }

        idle?.Invoke();
    }

    private bool IsWaitedFor(long number) =>
        _waiting.Contains(number) && !(_results.TryGetValue(number, out var told) && told.Task.IsCompleted);
}
