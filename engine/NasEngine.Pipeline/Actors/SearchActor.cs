using Akka.Actor;
using NasEngine.Contracts;
using NasEngine.Pipeline.Journal;
using NasEngine.Pipeline.Searches;
using NasEngine.Pipeline.Workers;
using NasEngine.Search;

namespace NasEngine.Pipeline.Actors;

/// <summary>
/// The parent of a search, and the only place where its state changes: events are written to the journal first, then
/// acted on. One cycle at a time: results that arrived → the strategy's turn → commit → new assignments.
/// </summary>
internal sealed partial class SearchActor : ReceiveActor, IWithTimers
{
    private readonly SearchPlan _plan;
    private readonly Assignments _assignments = new();
    private readonly List<SearchEvent> _arrived = [];
    private readonly List<SearchEvent> _uncommitted = [];
    private readonly List<AttemptFailed> _lostInTurn = [];
    private readonly IActorRef _sampler;
    private readonly IActorRef[] _trainers;
    private SearchState _state;
    private Snapshot? _snapshot;
    private long _lastCommit;
    private long _lastCheckpoint;
    private long _snapshotAt;
    private bool _busy;
    private bool _stateful;
    private bool _stopping;
    private int _failedStarts;

    public SearchActor(SearchPlan plan)
    {
        _plan = plan;
        _state = plan.State;
        _snapshotAt = _state.ObservedCount;
        _lastCommit = _lastCheckpoint = plan.Time.GetTimestamp();
        _sampler = Context.ActorOf(
            Props.Create(() => new SamplerActor(plan.Parts, _state.Spec.Strategy.Id, plan.Settings.StrategyLimit)), "sampler");
        var profiler = Context.ActorOf(Props.Create(() => new HardwareProfilerActor(plan.Parts)), "profiler");
        _trainers = [.. Enumerable.Range(0, plan.Settings.Workers).Select(slot => Context.ActorOf(
            Props.Create(() => new TrainerActor(slot, plan, profiler)), $"trainer-{slot}"))];

        Receive<TurnTaken>(OnTurn);
        Receive<Recommended>(OnRecommended);
        Receive<StrategyBroke>(broke => Fail(broke.Reason));
        Receive<TrainerReady>(OnReady);
        Receive<JobDone>(OnDone);
        Receive<JobLost>(OnLost);
        Receive<WorkerNotStarted>(OnNotStarted);
        Receive<InputBroke>(OnInputBroke);
        Receive<CheckpointDone>(OnCheckpoint);
        Receive<CheckpointFailed>(OnCheckpointFailed);
        Receive<Committed>(_ => OnCommitted());
        Receive<CommitFailed>(OnCommitFailed);
        Receive<TryCommitAgain>(_ => Write());
        Receive<StopSearch>(_ => OnStop());
        Receive<SwapRequest>(OnSwap);
        Receive<StrategySaved>(OnStrategySaved);
        Receive<SwapLoaded>(OnSwapLoaded);
        Receive<SwapFailed>(failed => OnSwapFailed(failed.Reason));
    }

    public ITimerScheduler Timers { get; set; } = null!;

    protected override SupervisorStrategy SupervisorStrategy() => new OneForOneStrategy(problem =>
    {
        Self.Tell(new StrategyBroke($"An actor of the search failed: {problem.Message}"));
        return Directive.Stop;
    });

    /// <summary>A search that fails in here must not begin anew beside its journal: it ends, and the next run takes it up.</summary>
    protected override void PreRestart(Exception reason, object message)
    {
        _plan.Outcome.TrySetException(reason);
        base.PreRestart(reason, message);
    }

    protected override void PreStart()
    {
        if (_plan.Outcome.Task.IsCompleted)
        {
            Context.Stop(Self);
            return;
        }

        foreach (var candidate in _state.Unmeasured)
        {
            _assignments.Add(new Job(candidate, WorkerRole.Search, 0));
        }

        if (_state.Phase == SearchPhase.Finals)
        {
            AssignFinals();
        }
        else
        {
            Cycle(always: true);
        }
    }

    private void Cycle(bool always = false)
    {
        if (_busy || (_arrived.Count == 0 && !always) || _state.Phase != SearchPhase.Searching)
        {
            return;
        }

        var unscored = Unscored();
        TakeArrived();
        if (unscored is not null)
        {
            Fail(unscored);
            return;
        }

        _busy = true;
        _lostInTurn.Clear();
        _sampler.Tell(new TakeTurn(_state, SnapshotDue));
    }

    /// <summary>Why no trial of this search will ever have a score, as the first that was measured shows; null when nothing shows it.</summary>
    private string? Unscored()
    {
        if (_state.IsSupernet || !_state.Leaders.IsEmpty
            || _arrived.OfType<Measured>().FirstOrDefault(one => one.Measurement.Failure is null) is not { Measurement.Metrics: var measured })
        {
            return null;
        }

        var lacking = _plan.Parts.Objective.Metrics.Where(metric => !measured.ContainsKey(metric)).ToArray();
        return lacking.Length == 0 ? null
            : $"Objective '{_state.Spec.Objective.Name}' needs {string.Join(" and ", lacking)}, which estimator '{_state.Spec.Estimator.Id}' does not measure; it measures {string.Join(", ", measured.Keys)}.";
    }

    private void TakeArrived()
    {
        foreach (var measured in _arrived)
        {
            Happen(measured);
        }

        _arrived.Clear();
    }

    private bool SnapshotDue => _state.ObservedCount + _state.Arrived.Count - _snapshotAt >= _plan.Settings.SnapshotEvery;

    private void OnTurn(TurnTaken taken)
    {
        if (_state.Phase != SearchPhase.Searching)
        {
            return;
        }

        _state = _lostInTurn.Aggregate(taken.Turn.State, (state, lost) => state.Apply(lost));
        _uncommitted.AddRange(taken.Turn.Events.Where(happened => happened is not Observed { Status.Count: 0 }));
        if (taken.Strategy is { } strategy)
        {
            _snapshotAt = _state.ObservedCount;
            _snapshot = Snapshot.Next(Saving.Search(_state, strategy));
        }

        var proposed = taken.Turn.Events.OfType<Proposed>().ToArray();
        Commit(() => AfterTurn(proposed));
    }

    private void AfterTurn(Proposed[] proposed)
    {
        _busy = false;
        foreach (var happened in proposed)
        {
            _assignments.Add(new Job(happened.Candidate, WorkerRole.Search, 0));
        }

        if (_state.Pending.IsEmpty && _arrived.Count == 0)
        {
            _busy = true;
            _sampler.Tell(new Recommend(_state.Spec.Final?.Count ?? Leaders.Kept));
            return;
        }

        if (CheckpointDue)
        {
            BeginCheckpoint();
            return;
        }

        Dispatch();
        Cycle();
    }

    private void Dispatch()
    {
        while (!_stopping && _swaps.Count == 0 && _assignments.Next() is var (slot, job))
        {
            _trainers[slot].Tell(job);
        }
    }

    private void OnReady(TrainerReady ready)
    {
        if (ready.Round != _round)
        {
            return;
        }

        _failedStarts = 0;
        _stateful |= ready.Stateful;
        if (_stage is SwapStage.Renewing or SwapStage.Reverting)
        {
            OnRenewed(ready.Slot);
            return;
        }

        _assignments.Idle(ready.Slot);
        if (_stopping)
        {
            StopIfIdle();
        }
        else if (!_busy || !_stateful)
        {
            Dispatch();
            SwapIfQuiet();
        }
    }

    private void OnDone(JobDone done)
    {
        if (!_assignments.Return(done.Job))
        {
            return;
        }

        if (done.Job.Role == WorkerRole.Final)
        {
            OnFinalDone(done);
        }
        else
        {
            _arrived.Add(new Measured(done.Job.Candidate.Number, done.Measurement));
            Cycle();
        }
    }

    private void OnLost(JobLost lost)
    {
        if (!_assignments.Return(lost.Job))
        {
            return;
        }

        var number = lost.Job.Candidate.Number;
        var attempt = _state.Attempts.GetValueOrDefault(number) + 1;
        var failed = new AttemptFailed(number, attempt, lost.Reason);
        _lostInTurn.Add(failed);
        Happen(failed);
        _plan.Observer.Note($"Attempt {attempt} of {_plan.Settings.Attempts} at {Name(lost.Job)} failed: {lost.Reason}");
        StartAgain(lost.Slot, attempt);
        if (attempt < _plan.Settings.Attempts)
        {
            _assignments.Again(lost.Job);
            Dispatch();
            StopIfIdle();
            return;
        }

        var poisoned = Measurement.Failed(FailureKind.Poisoned, $"{attempt} attempts failed.");
        if (lost.Job.Role == WorkerRole.Final)
        {
            OnFinalMeasured(lost.Job.Rank, poisoned, null);
        }
        else
        {
            _arrived.Add(new Measured(number, poisoned));
            Cycle();
        }
    }

    private void OnInputBroke(InputBroke broke)
    {
        if (broke.Round == _round && _stage == SwapStage.Renewing)
        {
            OnSwapFailed(broke.Problem.Message);
        }
        else if (broke.Round == _round)
        {
            Break(broke.Problem);
        }
    }

    private void OnNotStarted(WorkerNotStarted failed)
    {
        if (failed.Round != _round)
        {
            return;
        }

        if (_stage == SwapStage.Renewing)
        {
            OnSwapFailed($"a worker does not start on the new version: {failed.Reason}");
            return;
        }

        _failedStarts++;
        _plan.Observer.Note(failed.Reason);
        if (_failedStarts >= _plan.Settings.Attempts * _trainers.Length)
        {
            Fail($"No worker starts: {failed.Reason}");
        }
        else
        {
            StartAgain(failed.Slot, _failedStarts);
        }
    }

    private void StartAgain(int slot, int attempt) => Context.System.Scheduler.ScheduleTellOnce(
        _plan.Settings.BackOff * Math.Pow(2, attempt - 1), _trainers[slot], new StartWorkerAgain(), Self);

    private static string Name(Job job) => job.Role == WorkerRole.Final ? $"finalist {job.Rank + 1}" : $"candidate {job.Candidate.Number}";
}
