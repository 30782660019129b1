using NasEngine.Pipeline.Workers;
using NasEngine.Search;
using Spectre.Console;

namespace NasEngine.Host.Display;

/// <summary>A bar and a line that change in place, on a terminal; always as many lines, each within its width.</summary>
internal sealed class LiveDisplay : ISearchDisplay
{
    private static readonly TimeSpan Refresh = TimeSpan.FromMilliseconds(200);

    private readonly Lock _lock = new();
    private readonly IAnsiConsole _console;
    private readonly CancellationTokenSource _ended = new();
    private readonly Queue<string> _notes = new();
    private readonly Rate _rate;
    private readonly Task _drawing;
    private SearchState? _state;
    private string _job = "";

    public LiveDisplay(IAnsiConsole console, TimeProvider time)
    {
        _console = console;
        _rate = new Rate(time);
        _drawing = console.Live(LiveLines.Starting).AutoClear(true).StartAsync(context => DrawAsync(context, time));
    }

    /// <inheritdoc/>
    public void Changed(SearchState state)
    {
        lock (_lock)
        {
            _state = state;
            _rate.Add(state.ObservedCount);
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
            _job = $"{stage} {100 * done / Math.Max(1, total)}%";
        }
    }

    /// <inheritdoc/>
    public void Note(string sentence)
    {
        lock (_lock)
        {
            _notes.Enqueue(sentence);
        }
    }

    /// <inheritdoc/>
    public void Dispose()
    {
        _ended.Cancel();
        _drawing.GetAwaiter().GetResult();
        _ended.Dispose();
        foreach (var note in _notes)
        {
            _console.MarkupLineInterpolated($"[yellow]{note}[/]");
        }
    }

    private async Task DrawAsync(LiveDisplayContext context, TimeProvider time)
    {
        using var timer = new PeriodicTimer(Refresh, time);
        try
        {
            while (await timer.WaitForNextTickAsync(_ended.Token).ConfigureAwait(false))
            {
                context.UpdateTarget(Draw());
            }
        }
        catch (OperationCanceledException)
        {
            // The search ended.
        }
    }

    private Grid Draw()
    {
        lock (_lock)
        {
            var note = _notes.LastOrDefault() ?? "";
            return _state is { } state ? LiveLines.Of(state, _rate, _job, note, _console.Profile.Width) : LiveLines.Starting;
        }
    }
}
