using Spectre.Console;

namespace NasEngine.Host.Display;

/// <summary>Lines that change in place, on a terminal; always as many, each within its width.</summary>
internal sealed class LiveDisplay : ISearchDisplay
{
    private static readonly TimeSpan Refresh = TimeSpan.FromMilliseconds(200);

    private readonly IAnsiConsole _console;
    private readonly CancellationTokenSource _ended = new();
    private readonly IReadOnlyList<Scene> _scenes;
    private readonly int _height;
    private readonly Task _drawing;

    /// <param name="scenes">What is known of the searches that run, at least one.</param>
    /// <param name="console">The terminal.</param>
    /// <param name="time">The clock.</param>
    public LiveDisplay(IReadOnlyList<Scene> scenes, IAnsiConsole console, TimeProvider time)
    {
        (_scenes, _console, _height) = (scenes, console, console.Profile.Height);
        _drawing = console.Live(Draw()).AutoClear(true).StartAsync(context => DrawAsync(context, time));
    }

    /// <inheritdoc/>
    public void Dispose()
    {
        _ended.Cancel();
        _drawing.GetAwaiter().GetResult();
        _ended.Dispose();
        foreach (var note in _scenes.SelectMany(scene => scene.TakeNotes()))
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

    /// <summary>As many lines as there was height for at first: a region that changes its own leaves lines behind.</summary>
    private Grid Draw() => _scenes is [var alone]
        ? LiveLines.Of(alone.Now, _console.Profile.Width, _height)
        : LiveLines.OfSeveral([.. _scenes.Select(scene => scene.Now)], _console.Profile.Width, _height);
}
