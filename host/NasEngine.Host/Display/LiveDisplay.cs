using NasEngine.Pipeline.Workers;
using NasEngine.Search;
using Spectre.Console;

namespace NasEngine.Host.Display;

/// <summary>A bar and a line that change in place, on a terminal.</summary>
internal sealed class LiveDisplay : ISearchDisplay
{
    private static readonly TimeSpan Refresh = TimeSpan.FromMilliseconds(200);

    private readonly Lock _lock = new();
    private readonly CancellationTokenSource _ended = new();
    private readonly Queue<string> _notes = new();
    private readonly Rate _rate;
    private readonly Task _drawing;
    private SearchState? _state;
    private string _job = "";

    public LiveDisplay(TimeProvider time)
    {
        _rate = new Rate(time);
        _drawing = AnsiConsole.Live(new Markup("starting")).AutoClear(true).StartAsync(context => DrawAsync(context, time));
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
            AnsiConsole.MarkupLineInterpolated($"[yellow]{note}[/]");
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

    private Rows Draw()
    {
        lock (_lock)
        {
            if (_state is not { } state)
            {
                return new Rows(new Markup("starting"));
            }

            var done = BudgetText.Share(state);
            var bar = new BreakdownChart().Width(60).HideTags().HideTagValues()
                .AddItem("done", Math.Max(0.001, done), Color.Green)
                .AddItem("left", Math.Max(0.001, 1 - done), Color.Grey23);
            var line = ProgressLine.Of(state, _rate.PerSecond, ProgressPart.Of(state).Left is { } left ? _rate.For(left) : null);
            return new Rows(
                new Text($"{state.Spec.Name}: {PartsText.Of(state.Spec)}"),
                bar,
                new Text(line),
                new Text(_job, new Style(Color.Grey)),
                new Text(_notes.LastOrDefault() ?? "", new Style(Color.Yellow)));
        }
    }
}
