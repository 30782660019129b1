using NasEngine.Search;

namespace NasEngine.Host.Display;

/// <summary>
/// A line every few seconds while something moves, one for each thing worth noting, and when nothing moves what the search waits for, less
/// and less often.
/// </summary>
internal sealed class PlainDisplay : ISearchDisplay
{
    private static readonly TimeSpan Look = TimeSpan.FromMilliseconds(100);
    private static readonly TimeSpan Period = TimeSpan.FromSeconds(2);
    private static readonly TimeSpan Quiet = TimeSpan.FromSeconds(10);

    private readonly Lock _lock = new();
    private readonly Scene _scene;
    private readonly TextWriter _output;
    private readonly TimeProvider _time;
    private readonly Func<string>? _prefix;
    private readonly ITimer _timer;
    private long _shown;
    private long _said;
    private SearchPhase? _phase;
    private SearchState? _seen;
    private string _line = "";
    private string _doing = "";
    private TimeSpan _patience = Quiet;

    /// <param name="scene">What is known of the search.</param>
    /// <param name="output">Where the lines go.</param>
    /// <param name="time">The clock.</param>
    /// <param name="prefix">What a line begins with now; null for nothing.</param>
    public PlainDisplay(Scene scene, TextWriter output, TimeProvider time, Func<string>? prefix = null)
    {
        (_scene, _output, _time, _prefix) = (scene, output, time, prefix);
        _shown = _said = time.GetTimestamp();
        _scene.Moved += Show;
        _timer = time.CreateTimer(_ => Show(), null, TimeSpan.Zero, Look);
    }

    /// <inheritdoc/>
    public void Dispose()
    {
        _scene.Moved -= Show;
        _timer.Dispose();
        Show(last: true);
        _output.Flush();
    }

    private void Say(string line) => _output.WriteLine(_prefix?.Invoke() + line);

    private void Show() => Show(last: false);

    private void Show(bool last)
    {
        lock (_lock)
        {
            foreach (var note in _scene.TakeNotes())
            {
                Say(note);
            }

            var picture = _scene.Now;
            if (picture.State is { } state)
            {
                Show(state, picture, last);
            }
        }
    }

    private void Show(SearchState state, Picture picture, bool last)
    {
        var isNews = !ReferenceEquals(state, _seen);
        var isDue = last || _phase is null || _phase != state.Phase || _time.GetElapsedTime(_shown) >= Period
            || (state.BudgetSpent && state.Pending.IsEmpty);
        if (isNews && isDue)
        {
            Progress(state, picture);
        }
        else if (!last && picture.Doing.Length > 0)
        {
            Job(state, picture.Doing);
        }
    }

    private void Progress(SearchState state, Picture picture)
    {
        var line = ProgressLine.Of(state, picture.PerSecond, picture.Left);
        (_phase, _seen) = (state.Phase, state);
        if (line != _line)
        {
            (_line, _patience) = (line, Quiet);
            _shown = _time.GetTimestamp();
            Say(line);
        }
    }

    /// <summary>How far a job is where jobs are long, and what is waited for when nothing moves.</summary>
    private void Job(SearchState state, string doing)
    {
        var moves = doing != _doing && doing.EndsWith('%') && (state.Phase != SearchPhase.Searching || !state.IsSupernet);
        var since = _time.GetElapsedTime(moves ? _said : Math.Max(_said, _shown));
        if (since < (moves ? Period : _patience))
        {
            return;
        }

        (_doing, _patience) = (doing, moves ? Quiet : 2 * _patience);
        _said = _time.GetTimestamp();
        Say($"  {doing}");
    }
}
