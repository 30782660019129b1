using System.Diagnostics;
using NasEngine.Pipeline.Searches;
using NasEngine.Pipeline.Workers;
using NasEngine.Search;

namespace NasEngine.Benchmarks.Journal;

/// <summary>Asks a search to stop when it has observed so many candidates, and notes when it was first heard of.</summary>
internal sealed class StoppingObserver(long at) : ISearchObserver, IDisposable
{
    private readonly CancellationTokenSource _stop = new();
    private readonly long _start = Stopwatch.GetTimestamp();

    public CancellationToken Stop => _stop.Token;

    /// <summary>From the making of this observer to the first state of the search.</summary>
    public TimeSpan? FirstHeard { get; private set; }

    public void Changed(SearchState state)
    {
        FirstHeard ??= Stopwatch.GetElapsedTime(_start);
        if (state.ObservedCount >= at)
        {
            _stop.Cancel();
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

    public void Dispose() => _stop.Dispose();
}
