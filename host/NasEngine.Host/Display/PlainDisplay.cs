using NasEngine.Pipeline.Workers;
using NasEngine.Search;

namespace NasEngine.Host.Display;

/// <summary>A line every few seconds, and one for each thing worth noting.</summary>
internal sealed class PlainDisplay(TextWriter output, TimeProvider time) : ISearchDisplay
{
    private static readonly TimeSpan Period = TimeSpan.FromSeconds(2);

    private readonly Lock _lock = new();
    private readonly Rate _rate = new(time);
    private long _shown;
    private long _jobShown;
    private SearchPhase? _phase;
    private string _line = "";
    private bool _jobsAreLong;

    /// <inheritdoc/>
    public void Changed(SearchState state)
    {
        lock (_lock)
        {
            _rate.Add(state.ObservedCount);
            _jobsAreLong = state.Next > 0 && !state.IsSupernet;
            var due = _shown == 0 || time.GetElapsedTime(_shown) >= Period || state.BudgetSpent && state.Pending.IsEmpty;
            if (!due && _phase == state.Phase)
            {
                return;
            }

            _shown = _jobShown = time.GetTimestamp();
            _phase = state.Phase;
            var line = ProgressLine.Of(state, _rate.PerSecond, ProgressPart.Of(state).Left is { } left ? _rate.For(left) : null);
            if (line != _line)
            {
                _line = line;
                output.WriteLine(line);
            }
        }
    }

    /// <inheritdoc/>
    public void WorkerStarted(int slot, WorkerReady ready)
    {
    }

    /// <inheritdoc/>
    public void JobProgress(int slot, string stage, long done, long total)
    {
        lock (_lock)
        {
            if (_phase == SearchPhase.Searching && !_jobsAreLong || time.GetElapsedTime(_jobShown) < Period)
            {
                return;
            }

            _jobShown = time.GetTimestamp();
            output.WriteLine($"  {stage} {100 * done / Math.Max(1, total)}%");
        }
    }

    /// <inheritdoc/>
    public void Note(string sentence)
    {
        lock (_lock)
        {
            output.WriteLine(sentence);
        }
    }

    /// <inheritdoc/>
    public void Dispose() => output.Flush();
}
