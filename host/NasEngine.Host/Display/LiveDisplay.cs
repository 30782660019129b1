using Spectre.Console;

namespace NasEngine.Host.Display;

/// <summary>A bar and lines that change in place, on a terminal; always as many lines, each within its width.</summary>
internal sealed class LiveDisplay : ISearchDisplay
{
    private static readonly TimeSpan Refresh = TimeSpan.FromMilliseconds(200);

    private readonly IAnsiConsole _console;
    private readonly CancellationTokenSource _ended = new();
    private readonly Scene _scene;
    private readonly int _height;
    private readonly Task _drawing;

    public LiveDisplay(Scene scene, IAnsiConsole console, TimeProvider time)
    {
        (_scene, _console, _height) = (scene, console, console.Profile.Height);
        _drawing = console.Live(Draw()).AutoClear(true).StartAsync(context => DrawAsync(context, time));
    }

    /// <inheritdoc/>
    public void Dispose()
    {
        _ended.Cancel();
        _drawing.GetAwaiter().GetResult();
        _ended.Dispose();
        foreach (var note in _scene.TakeNotes())
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
    private Grid Draw() => LiveLines.Of(_scene.Now, _console.Profile.Width, _height);
}
