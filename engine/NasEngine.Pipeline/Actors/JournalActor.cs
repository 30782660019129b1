using Akka.Actor;
using NasEngine.Pipeline.Journal;
using NasEngine.Pipeline.Searches;
using NasEngine.Search;

namespace NasEngine.Pipeline.Actors;

/// <summary>
/// Writes events to the journal, one transaction at a time, each with all that came while the one before was written, and then shows the
/// state after them: the one place that shows states, so that none is shown after a later one. A disk that takes nothing is waited for,
/// unless the search is to stop.
/// </summary>
internal sealed class JournalActor : UntypedActor, IWithTimers
{
    private readonly SearchPlan _plan;
    private readonly Queue<Append> _waiting = new();
    private Append? _last;
    private long _lastCommit;
    private bool _stopping;

    public JournalActor(SearchPlan plan)
    {
        _plan = plan;
        _lastCommit = plan.Time.GetTimestamp();
    }

    public ITimerScheduler Timers { get; set; } = null!;

    /// <summary>Idle. Commits are many: behaviours are functions, which cost nothing to change, and not compiled handlers.</summary>
    protected override void OnReceive(object message)
    {
        switch (message)
        {
            case Append append:
                _waiting.Enqueue(append);
                Begin();
                break;
            case StopAsked:
                _stopping = true;
                break;
        }
    }

    private UntypedReceive Writing(Commit commit, bool waits) => message =>
    {
        switch (message)
        {
            case Append append:
                _waiting.Enqueue(append);
                break;
            case StopAsked:
                _stopping = true;
                break;
            case Written:
                OnWritten(waits);
                break;
            case WriteFailed failed:
                OnFailed(failed.Problem, commit, waits);
                break;
            case TryAgain:
                Write(commit);
                break;
        }
    };

    /// <summary>All that waits, up to an event after which there is a snapshot.</summary>
    private void Begin()
    {
        var events = new List<SearchEvent>();
        do
        {
            _last = _waiting.Dequeue();
            events.AddRange(_last.Events);
        }
        while (_last.Saved is null && _waiting.Count > 0);

        if (events.Count == 0 && _last.Saved is null)
        {
            _plan.Observer.Changed(_last.State);
            Become(OnReceive);
            return;
        }

        var (last, now) = (_last, _plan.Time.GetTimestamp());
        var paused = events.Exists(happened => happened is Resumed); // What lies before it was no running time.
        var commit = new Commit(
            events,
            _plan.Time.GetUtcNow(),
            paused ? 0 : _plan.Time.GetElapsedTime(_lastCommit, now).TotalSeconds,
            last.State.IsPaused ? "paused" : last.State.Phase.ToString().ToLowerInvariant(),
            last.Saved is { } saved ? Snapshot.Next(Saving.Search(last.State, saved)) : null);
        _lastCommit = now;
        Become(Writing(commit, waits: false));
        Write(commit);
    }

    private void Write(Commit commit) => Task.Run(() => _plan.Log.Append(commit)).PipeTo(
        Self, success: () => Written.Instance, failure: problem => new WriteFailed(Problems.Root(problem)));

    private void OnWritten(bool waited)
    {
        if (waited)
        {
            _plan.Observer.Note("The journal is written again, and the search goes on.");
        }

        var last = _last!;
        _plan.Observer.Changed(last.State);
        Context.Parent.Tell(new EventsWritten(last.Count));
        if (_waiting.Count > 0)
        {
            Begin();
        }
        else
        {
            Become(OnReceive);
        }
    }

    private void OnFailed(Exception problem, Commit commit, bool waits)
    {
        if (problem is not JournalWriteException || _stopping)
        {
            Context.Parent.Tell(new JournalFailed(problem));
            return;
        }

        if (!waits)
        {
            _plan.Observer.Note($"{problem.Message} The search waits and keeps what it has; it goes on when the disk takes it.");
        }

        Become(Writing(commit, waits: true));
        Timers.StartSingleTimer("disk", TryAgain.Instance, _plan.Settings.DiskRetry);
    }

    private sealed record Written
    {
        public static readonly Written Instance = new();
    }

    private sealed record WriteFailed(Exception Problem);

    private sealed record TryAgain
    {
        public static readonly TryAgain Instance = new();
    }
}
