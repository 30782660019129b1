using Akka.Actor;
using NasEngine.Contracts;
using NasEngine.Pipeline.Checkpoints;
using NasEngine.Pipeline.Searches;
using NasEngine.Pipeline.Workers;
using NasEngine.Search;

namespace NasEngine.Pipeline.Actors;

/// <summary>
/// The parent of a search, and the only place where its state changes. A shell over <see cref="SearchDecider"/>: what arrives is decided
/// on, the events go to the journal, the effects are carried out.
/// </summary>
internal sealed class SearchActor : ReceiveActor, IWithTimers
{
    private readonly SearchPlan _plan;
    private readonly IActorRef _journal;
    private readonly IActorRef _sampler;
    private readonly IActorRef _profiler;
    private readonly IActorRef[] _trainers;
    private readonly long[] _assigned;
    private readonly IWorker?[] _workers;
    private readonly Dictionary<int, IActorRef> _swaps = [];
    private SearchRun _run;
    private BudgetClock? _clock;
    private Exception? _problem;
    private int _lastSwap;

    public SearchActor(SearchPlan plan)
    {
        _plan = plan;
        _run = new SearchRun(plan.State, RulesOf(plan)) { Checkpoints = plan.Checkpoints };
        _trainers = [.. Enumerable.Repeat<IActorRef>(ActorRefs.Nobody, plan.Settings.Workers)];
        (_assigned, _workers) = (new long[plan.Settings.Workers], new IWorker?[plan.Settings.Workers]);
        _journal = Context.ActorOf(Props.Create(() => new JournalActor(plan)), "journal");
        _sampler = Context.ActorOf(
            Props.Create(() => new SamplerActor(plan.Parts, plan.State.Spec.Strategy.Id, plan.Calls)), "sampler");
        _profiler = Context.ActorOf(Props.Create(() => new HardwareProfilerActor(plan)), "profiler");
        Receive<JobMeasured>(measured => Decide(measured with
        {
            Seconds = Since(measured.Slot), Node = _workers[measured.Slot]?.Node,
        }));
        Receive<JobLost>(lost => Decide(lost with { Seconds = Since(lost.Slot) }));
        Receive<SearchInput>(Decide);
        Receive<StartTrainer>(OnStartTrainer);
        Receive<SwapRequest>(OnSwapRequest);
        Receive<JournalFailed>(failed => End(new RunEnded(null, failed.Problem)));
        Receive<Terminated>(OnTerminated);
    }

    public ITimerScheduler Timers { get; set; } = null!;

    protected override SupervisorStrategy SupervisorStrategy() => new OneForOneStrategy(problem =>
    {
        Self.Tell(new PartFailed($"An actor of the search failed: {Problems.Root(problem).Message}"));
        return Directive.Stop;
    });

    protected override void PreStart()
    {
        Decide(new RunStarted());
        if (_plan.State.Spec.Budget.Time is { } limit && !_plan.State.TimeSpent)
        {
            var (self, left) = (Self, limit - _plan.Before);
            _clock = new BudgetClock(_plan.Time, left, () => self.Tell(new TimePassed()));
        }
    }

    protected override void PostStop() => _clock?.Dispose();

    private static RunRules RulesOf(SearchPlan plan) => new()
    {
        Slots = plan.Settings.Workers,
        Attempts = plan.Settings.Attempts,
        FailuresInARow = plan.Settings.FailuresInARow,
        SnapshotEvery = plan.Settings.SnapshotEvery,
        CheckpointsKept = CheckpointStore.Kept,
        Metrics = plan.Parts.Objective.Metrics,
    };

    private void Decide(SearchInput input)
    {
        if (input is StopAsked)
        {
            _journal.Tell(input);
        }

        _problem = input is PartFailed { Problem: { } thrown } ? thrown : _problem;
        var decision = SearchDecider.Decide(_run, input);
        Hold(_run.State.IsPaused, decision.Run.State.IsPaused);
        _run = decision.Run;
        if (!decision.Events.IsEmpty || decision.Saved is not null || input is TurnTaken)
        {
            _journal.Tell(new Append(decision.Events, _run.Emitted, _run.State, decision.Saved));
        }

        foreach (var effect in decision.Effects)
        {
            CarryOut(effect);
        }
    }

    /// <summary>Seconds since a slot was given its job.</summary>
    private double Since(int slot) => _plan.Time.GetElapsedTime(_assigned[slot]).TotalSeconds;

    /// <summary>A pause takes nothing of the wall time.</summary>
    private void Hold(bool before, bool now)
    {
        if (now && !before)
        {
            _clock?.Hold();
        }
        else if (before && !now)
        {
            _clock?.GoOn();
        }
    }

    private void CarryOut(SearchEffect effect)
    {
        switch (effect)
        {
            case TakeTurn or NameWinners or SaveStrategy:
                _sampler.Tell(effect);
                break;
            case AssignJob assign:
                _assigned[assign.Slot] = _plan.Time.GetTimestamp();
                _trainers[assign.Slot].Tell(assign);
                break;
            case MeasureLatency measure:
                _trainers[measure.Slot].Tell(measure);
                break;
            case SaveCheckpoint save:
                _trainers[save.Slot].Tell(save);
                break;
            case AwaitCheckpoint when _plan.Settings.CheckpointPeriod <= TimeSpan.Zero:
                Self.Tell(new CheckpointFallsDue());
                break;
            case AwaitCheckpoint:
                Timers.StartSingleTimer("checkpoint", new CheckpointFallsDue(), _plan.Settings.CheckpointPeriod);
                break;
            case StartWorker start:
                Start(start);
                break;
            case StopWorker stop:
                Context.Stop(_trainers[stop.Slot]);
                break;
            case LoadSwap load:
                SwapOf(load.Swap).Tell(load);
                break;
            case CommitSwap commit:
                SwapOf(commit.Swap).Tell(commit);
                break;
            case RefuseSwap refuse:
                SwapOf(refuse.Swap).Tell(refuse);
                break;
            case RefuseSwapForFinals refuse:
                SwapOf(refuse.Swap).Tell(refuse);
                break;
            case DropNetworks drop:
                _ = Task.Run(() => new NetworkStore(_plan.NetworkFolder).Drop(drop.Candidates));
                break;
            case Tell tell:
                _plan.Observer.Note(tell.Sentence);
                break;
            case Finish finish:
                End(new RunEnded(new SearchOutcome(_run.State, finish.Interrupted) { Problem = _problem }, null));
                break;
            case Reject reject:
                End(new RunEnded(null, reject.Problem));
                break;
        }
    }

    private void Start(StartWorker start)
    {
        if (start.Swap is { } swap)
        {
            SwapOf(swap).Tell(start);
            return;
        }

        var trainer = new StartTrainer(start, _plan.CreateWorker);
        if (start.Failures == 0)
        {
            OnStartTrainer(trainer);
        }
        else
        {
            Timers.StartSingleTimer(start.Slot, trainer, _plan.Settings.BackOff * Math.Pow(2, start.Failures - 1));
        }
    }

    private void OnStartTrainer(StartTrainer message)
    {
        var (plan, profiler, slot, checkpoints) = (_plan, _profiler, message.Start.Slot, message.Start.Checkpoints);
        var kind = _run.State.Phase == SearchPhase.Finals ? MachineWork.Finals : plan.Work;
        var worker = _workers[slot] = message.Create(slot);
        _trainers[slot] = Context.Watch(Context.ActorOf(
            Props.Create(() => new TrainerActor(slot, plan, worker, kind, checkpoints, profiler))));
    }

    private IActorRef SwapOf(int swap) => _swaps.GetValueOrDefault(swap, ActorRefs.Nobody);

    private void OnSwapRequest(SwapRequest request)
    {
        var (number, plan, asker) = (++_lastSwap, _plan, Sender);
        _swaps[number] = Context.Watch(Context.ActorOf(Props.Create(() => new SwapActor(number, request.Plugin, asker, plan))));

        // Whether the search uses the plugin is found out meanwhile; if not, the swap is off again.
        Decide(new SwapAsked(number));
    }

    private void OnTerminated(Terminated gone)
    {
        if (Array.IndexOf(_trainers, gone.ActorRef) is >= 0 and var slot)
        {
            Decide(new SlotGone(slot));
            return;
        }

        foreach (var (number, _) in _swaps.Where(pair => pair.Value.Equals(gone.ActorRef)).ToArray())
        {
            _swaps.Remove(number);
            Decide(new SwapFailed(number, "it ended."));
        }
    }

    private void End(RunEnded ended)
    {
        Context.Parent.Tell(ended);
        Context.Stop(Self);
    }
}
