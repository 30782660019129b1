using Spectre.Console;

namespace NasEngine.Host.Display;

/// <summary>
/// Where the searches of a run are shown: one alone has the terminal or the lines for itself; of several that run side by side, the
/// terminal has two lines each, and lines begin with the name. Safe from several threads.
/// </summary>
/// <param name="json">Whether the output is for a machine: the searches are shown on the error stream then.</param>
/// <param name="time">The clock.</param>
internal sealed class Stage(bool json, TimeProvider time)
{
    private readonly Lock _lock = new();
    private readonly List<Scene> _scenes = [];
    private readonly bool _draws = !json && Displays.CanDraw;
    private LiveDisplay? _live;

    /// <summary>Shows a search until this is disposed of.</summary>
    public ISearchDisplay Show(string search, Scene scene)
    {
        Change(scenes => scenes.Add(scene));
        return new Shown(this, scene, _draws ? null : new PlainDisplay(
            scene, json ? Console.Error : Console.Out, time, () => _scenes.Count > 1 ? $"{search}: " : ""));
    }

    /// <summary>Shows a line of the recipe's, above what is drawn.</summary>
    public void Print(string line)
    {
        if (_live is null)
        {
            (json ? Console.Error : Console.Out).WriteLine(line);
        }
        else
        {
            AnsiConsole.Console.WriteLine(line);
        }
    }

    /// <summary>What is drawn is drawn anew: a region keeps the number of its lines.</summary>
    private void Change(Action<List<Scene>> change)
    {
        lock (_lock)
        {
            _live?.Dispose();
            change(_scenes);
            _live = _draws && _scenes.Count > 0 ? new LiveDisplay([.. _scenes], AnsiConsole.Console, time) : null;
        }
    }

    private sealed class Shown(Stage stage, Scene scene, PlainDisplay? plain) : ISearchDisplay
    {
        public void Dispose()
        {
            plain?.Dispose();
            stage.Change(scenes => scenes.Remove(scene));
        }
    }
}
