using Akka.Actor;
using NasEngine.Pipeline.Journal;
using NasEngine.Pipeline.Searches;
using NasEngine.Search;

namespace NasEngine.Pipeline.Actors;

/// <summary>Writing to the journal: one transaction at a time, with all that came together since the last.</summary>
internal sealed partial class SearchActor
{
    private readonly List<Action> _afterNext = [];
    private Action[] _afterThis = [];
    private Commit? _writing;
    private bool _waitsForDisk;

    private void Commit(Action afterwards)
    {
        _afterNext.Add(afterwards);
        if (_writing is null)
        {
            BeginCommit();
        }
    }

    private void BeginCommit()
    {
        var now = _plan.Time.GetTimestamp();
        _writing = new Commit(
            [.. _uncommitted],
            _plan.Time.GetUtcNow(),
            _plan.Time.GetElapsedTime(_lastCommit, now).TotalSeconds,
            _state.Phase.ToString().ToLowerInvariant(),
            _snapshot);
        _afterThis = [.. _afterNext];
        _lastCommit = now;
        _afterNext.Clear();
        _uncommitted.Clear();
        _snapshot = null;
        Write();
    }

    private void Write()
    {
        var commit = _writing!;
        Task.Run(() => _plan.Log.Append(commit)).PipeTo(
            Self, success: () => new Committed(), failure: problem => new CommitFailed(Cause.Of(problem)));
    }

    private void OnCommitted()
    {
        _writing = null;
        if (_waitsForDisk)
        {
            _waitsForDisk = false;
            _plan.Observer.Note("The journal is written again, and the search goes on.");
        }

        _plan.Observer.Changed(_state);
        foreach (var action in _afterThis)
        {
            action();
        }

        if (_afterNext.Count > 0 && _writing is null)
        {
            BeginCommit();
        }

        SwapIfQuiet();
        StopIfIdle();
    }

    private void OnCommitFailed(CommitFailed failed)
    {
        if (failed.Problem is not JournalWriteException || _stopping)
        {
            Break(failed.Problem);
            return;
        }

        if (!_waitsForDisk)
        {
            _waitsForDisk = true;
            _plan.Observer.Note($"{failed.Problem.Message} The search waits and keeps what it has; it goes on when the disk takes it.");
        }

        Timers.StartSingleTimer("disk", new TryCommitAgain(), _plan.Settings.DiskRetry);
    }

    private void OnStop()
    {
        _stopping = true;
        StopIfIdle();
    }

    private void StopIfIdle()
    {
        if (!_stopping || _busy || _writing is not null || (_stateful && _state.Phase == SearchPhase.Searching && !_assignments.NothingRuns))
        {
            return;
        }

        if (_uncommitted.Count + _arrived.Count == 0)
        {
            End();
            return;
        }

        TakeArrived();
        Commit(End);
    }

    private void Fail(string reason)
    {
        if (_state.Phase == SearchPhase.Failed)
        {
            return;
        }

        Happen(new Failed(reason));
        Commit(End);
    }

    private void Break(Exception problem)
    {
        _plan.Outcome.TrySetException(problem);
        Context.Stop(Self);
    }

    private void End()
    {
        _plan.Outcome.TrySetResult(new SearchOutcome(_state, Interrupted: _state.Phase is SearchPhase.Searching or SearchPhase.Finals));
        Context.Stop(Self);
    }
}
