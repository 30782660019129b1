using NasEngine.Contracts;
using NasEngine.Pipeline.Reading;
using NasEngine.Pipeline.Searches;
using NasEngine.Pipeline.Workers;
using NasEngine.Search;

namespace NasEngine.Host.Display;

/// <summary>
/// What is known of a running search: it is told by the search, or by who follows its journal, and gives displays their pictures. Safe from
/// several threads.
/// </summary>
/// <param name="time">The clock.</param>
/// <param name="format">Says an architecture in the words of its space.</param>
/// <param name="curve">What was measured before; null for nothing.</param>
internal sealed class Scene(TimeProvider time, Func<Architecture, string> format, ObjectiveCurve? curve = null) : ISearchObserver
{
    private readonly Lock _lock = new();
    private readonly Rate _rate = new(time);
    private readonly ObjectiveCurve _curve = curve ?? new();
    private readonly HashSet<int> _workers = [];
    private readonly Queue<string> _notes = new();
    private SearchState? _state;
    private string _job = "";
    private string _note = "";
    private string? _doing;
    private long _changed = time.GetTimestamp();

    /// <summary>Called when the state of the search changed or something was told, on the thread that said so.</summary>
    public event Action? Moved;

    /// <summary>What there is to see now.</summary>
    public Picture Now
    {
        get
        {
            lock (_lock)
            {
                var left = _state is { } state && ProgressPart.Of(state).Left is { } candidates ? _rate.For(candidates) : null;
                return new Picture(_state, _doing ?? Doing.Of(_state, _workers.Count, _job, time.GetElapsedTime(_changed)), _note)
                {
                    PerSecond = _rate.PerSecond, Left = left, Curve = _curve.Points, Format = format,
                };
            }
        }
    }

    /// <summary>Notes that were told since this was asked last.</summary>
    public IReadOnlyList<string> TakeNotes()
    {
        lock (_lock)
        {
            var notes = _notes.ToArray();
            _notes.Clear();
            return notes;
        }
    }

    /// <inheritdoc/>
    public void Changed(SearchState state)
    {
        lock (_lock)
        {
            if (state.ObservedCount > (_state?.ObservedCount ?? 0) && state.Last is { Failure: null } last
                && ObjectiveCurve.ValueOf(state.Spec, last) is { } value)
            {
                _curve.Add(value);
            }

            (_state, _changed, _job) = (state, time.GetTimestamp(), "");
            _rate.Add(state.ObservedCount);
        }

        Moved?.Invoke();
    }

    /// <summary>Takes up a search where it is: what was before says nothing of how fast it goes.</summary>
    public void Begin(SearchState state)
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
        lock (_lock)
        {
            _workers.Add(slot);
        }
    }

    /// <inheritdoc/>
    public void JobProgress(int slot, string stage, long done, long total)
    {
        lock (_lock)
        {
            var job = total == 0 ? stage : $"{stage} {100 * done / total}%";
            _changed = job == _job ? _changed : time.GetTimestamp();
            _job = job;
        }
    }

    /// <inheritdoc/>
    public void Note(string sentence)
    {
        lock (_lock)
        {
            _note = sentence;
            _notes.Enqueue(sentence);
        }

        Moved?.Invoke();
    }

    /// <summary>What the run of the search says of itself, for a scene that is told of it from outside.</summary>
    /// <param name="doing">What it works at; null where it does not say.</param>
    /// <param name="note">What it told last.</param>
    public void Told(string? doing, string note)
    {
        lock (_lock)
        {
            _doing = doing;
            if (note.Length > 0 && note != _note)
            {
                _note = note;
                _notes.Enqueue(note);
            }
        }
    }
}
