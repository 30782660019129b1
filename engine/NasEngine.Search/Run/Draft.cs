using System.Collections.Immutable;

namespace NasEngine.Search;

/// <summary>A decision while it is made.</summary>
internal sealed class Draft(SearchRun run)
{
    private readonly ImmutableArray<SearchEvent>.Builder _events = ImmutableArray.CreateBuilder<SearchEvent>();
    private readonly ImmutableArray<SearchEffect>.Builder _effects = ImmutableArray.CreateBuilder<SearchEffect>();

    public SearchRun Run { get; set; } = run;

    public SearchState State => Run.State;

    /// <summary>The strategy's state after the events.</summary>
    public byte[]? Saved { get; set; }

    /// <summary>An event for the journal.</summary>
    public void Emit(SearchEvent happened)
    {
        var reached = State.Apply(happened);
        Run = Run with
        {
            State = reached,
            Unwanted = NetworkDecisions.Unwanted(Run, reached),
            DuringTurn = Run.Strategy == StrategyCall.Turn ? Run.DuringTurn.Enqueue(happened) : Run.DuringTurn,
            Emitted = Run.Emitted + 1,
        };
        _events.Add(happened);
    }

    /// <summary>
    /// The strategy had its turn: what it did goes to the journal, but for what a replay makes anew, and what it proposed begins when that
    /// is on disk. A turn commutes with what happened meanwhile, so the state is that of the turn with what happened meanwhile after it.
    /// </summary>
    public void End(Turn turn)
    {
        var before = _events.Count;
        _events.AddRange(turn.Events.Where(happened => happened is not Observed { Status.Count: 0 }));
        var emitted = Run.Emitted + _events.Count - before;
        var reached = Run.DuringTurn.Aggregate(turn.State, (state, happened) => state.Apply(happened));
        Run = Run with
        {
            State = reached,
            Unwanted = NetworkDecisions.Unwanted(Run, reached),
            DuringTurn = [],
            Emitted = emitted,
            Waiting = turn.Events.OfType<Proposed>().Aggregate(
                Run.Waiting, (jobs, proposed) => jobs.Enqueue((new Job(proposed.Candidate), emitted))),
            Strategy = StrategyCall.None,
            Begun = true,
        };
    }

    public void Do(SearchEffect effect) => _effects.Add(effect);

    public void Set(int slot, Slot now) => Run = Run with { Slots = Run.Slots.SetItem(slot, now) };

    /// <summary>A job that may begin when all decided so far is on disk.</summary>
    public void Enqueue(Job job) => Run = Run with { Waiting = Run.Waiting.Enqueue((job, Run.Emitted)) };

    /// <summary>A worker for a slot; it goes on from the checkpoints as long as the search is searching.</summary>
    public void Start(int slot, int failures)
    {
        Set(slot, new Slot(SlotPhase.Starting));
        Do(new StartWorker(
            slot, failures, Run.Swap == SwapStage.Renewing ? Run.Swaps.Peek() : null,
            State.Phase == SearchPhase.Searching ? Run.Checkpoints : null));
    }

    /// <summary>The search cannot go on.</summary>
    public void Fail(string reason)
    {
        if (State.Phase is SearchPhase.Searching or SearchPhase.Finals)
        {
            Emit(new Failed(reason) { Retry = State.Phase == SearchPhase.Searching ? State.Failures.LostFrom : null });
        }
    }

    public void End(SearchEffect end)
    {
        Run = Run with { Ended = true };
        Do(end);
    }

    public SearchDecision Decision() => new(Run, _events.DrainToImmutable(), _effects.DrainToImmutable(), Saved);
}
