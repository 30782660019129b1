using System.Diagnostics;
using NasEngine.Pipeline.Searches;
using NasEngine.Pipeline.Workers;
using NasEngine.Search;

namespace NasEngine.Benchmarks.View;

/// <summary>Counts the candidates of a search as they are observed.</summary>
internal sealed class CountingObserver : ISearchObserver, IDisposable
{
    private readonly CancellationTokenSource _stop = new();
    private readonly ManualResetEventSlim _began = new();
    private long _observed;

    public CancellationToken Stop => _stop.Token;

    /// <summary>Waits for the first candidate.</summary>
    public void Wait() => _began.Wait();

    /// <summary>Candidates a second over a stretch of time.</summary>
    public double Rate(TimeSpan stretch)
    {
        var (before, began) = (Volatile.Read(ref _observed), Stopwatch.GetTimestamp());
        using var pause = new ManualResetEventSlim();
        pause.Wait(stretch);
        return (Volatile.Read(ref _observed) - before) / Stopwatch.GetElapsedTime(began).TotalSeconds;
    }

    /// <summary>Ends the search at its next safe point.</summary>
    public void End() => _stop.Cancel();

    public void Changed(SearchState state)
    {
        Volatile.Write(ref _observed, state.ObservedCount);
        if (state.ObservedCount > 0)
        {
            _began.Set();
        }
    }

    public void WorkerStarted(int slot, WorkerReady ready)
    {
    }

    public void JobProgress(int slot, string stage, long done, long total)
    {
    }

    public void Note(string sentence)
    {
    }

    public void Dispose()
    {
        _stop.Dispose();
        _began.Dispose();
    }
}
