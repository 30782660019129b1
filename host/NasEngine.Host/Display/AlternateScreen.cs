using Spectre.Console;

namespace NasEngine.Host.Display;

/// <summary>
/// The live display on a screen of its own, which the terminal takes away again at the end: drawn whole from its corner each time, so that
/// whatever the user makes of the window, nothing is left behind and nothing of his is touched.
/// </summary>
internal sealed class AlternateScreen : ISearchDisplay
{
    private const string Enter = "\u001b[?1049h\u001b[?25l\u001b[H\u001b[2J";
    private const string Leave = "\u001b[?25h\u001b[?1049l";
    private const string Home = "\u001b[H";
    private const string EraseLine = "\u001b[K";
    private const string EraseBelow = "\u001b[J";

    private static readonly TimeSpan Refresh = TimeSpan.FromMilliseconds(200);

    private readonly Lock _lock = new();
    private readonly Scene _scene;
    private readonly IAnsiConsole _console;
    private readonly ITimer _timer;
    private bool _left;

    public AlternateScreen(Scene scene, IAnsiConsole console, TimeProvider time)
    {
        (_scene, _console) = (scene, console);
        Write(Enter);
        _timer = time.CreateTimer(_ => Draw(), null, TimeSpan.Zero, Refresh);
    }

    /// <inheritdoc/>
    public void Dispose()
    {
        _timer.Dispose();
        lock (_lock)
        {
            _left = true;
            Write(Leave);
        }

        foreach (var note in _scene.TakeNotes())
        {
            _console.MarkupLineInterpolated($"[yellow]{note}[/]");
        }
    }

    /// <summary>Draws what there is to see; the last column stays free, since a terminal may wrap or lose what stands there.</summary>
    public void Draw()
    {
        lock (_lock)
        {
            if (_left)
            {
                return;
            }

            var (width, height) = (Math.Max(1, _console.Profile.Width - 1), _console.Profile.Height);
            var lines = _console.ToAnsi(LiveLines.Of(_scene.Now, width, height)).ReplaceLineEndings("\n").TrimEnd('\n');
            Write(Home + lines.Replace("\n", EraseLine + "\r\n", StringComparison.Ordinal) + EraseLine + EraseBelow);
        }
    }

    private void Write(string text)
    {
        _console.Profile.Out.Writer.Write(text);
        _console.Profile.Out.Writer.Flush();
    }
}
