using System.Collections.Immutable;

namespace NasEngine.Search;

/// <summary>
/// Where a running search is: its state, and what is in flight. Immutable; changed by <see cref="SearchDecider"/> alone. What is not
/// in the state is lost with the process, and a resumed search goes on without it.
/// </summary>
public sealed record SearchRun
{
    /// <summary>A run that begins with this state, all of whose events are on disk.</summary>
    public SearchRun(SearchState state, RunRules rules)
    {
        (State, Rules, SnapshotAt) = (state, rules, state.ObservedCount);
        Slots = [.. Enumerable.Repeat(new Slot(SlotPhase.Starting), rules.Slots)];
    }

    /// <summary>The search, with all events decided so far.</summary>
    public SearchState State { get; init; }

    /// <summary>What the run is decided by.</summary>
    public RunRules Rules { get; init; }

    /// <summary>Events decided in this run.</summary>
    public long Emitted { get; init; }

    /// <summary>How many of them are on disk.</summary>
    public long Written { get; init; }

    /// <summary>The slots.</summary>
    public ImmutableArray<Slot> Slots { get; init; }

    /// <summary>Jobs that were not tried yet, in order, each with the number of events that must be on disk before it may begin.</summary>
    public ImmutableQueue<(Job Job, long After)> Waiting { get; init; } = [];

    /// <summary>Jobs whose attempt was lost; they go before all others.</summary>
    public ImmutableStack<Job> Lost { get; init; } = [];

    /// <summary>Names of the nodes that were lost in this run under candidates that are still at work, by number.</summary>
    public ImmutableDictionary<long, ImmutableArray<string>> NodesLost { get; init; } =
        ImmutableDictionary<long, ImmutableArray<string>>.Empty;

    /// <summary>Lease of the last attempt.</summary>
    public long LastLease { get; init; }

    /// <summary>What the strategy was asked and did not answer yet.</summary>
    public StrategyCall Strategy { get; init; }

    /// <summary>Events since the strategy was asked for the turn that it has, in order: it knows nothing of them.</summary>
    public ImmutableQueue<SearchEvent> DuringTurn { get; init; } = [];

    /// <summary>Whether the strategy had its first turn.</summary>
    public bool Begun { get; init; }

    /// <summary>Observed candidates at the last snapshot.</summary>
    public long SnapshotAt { get; init; }

    /// <summary>Whether the candidates build on each other, so that the worker has a state to save.</summary>
    public bool Stateful { get; init; }

    /// <summary>The newest checkpoints, oldest first.</summary>
    public ImmutableArray<CheckpointSaved> Checkpoints { get; init; } = [];

    /// <summary>Candidates whose networks nothing asks for any more, to be deleted once the journal says so.</summary>
    public ImmutableArray<long> Unwanted { get; init; } = [];

    /// <summary>Whether it is time for a checkpoint.</summary>
    public bool CheckpointDue { get; init; }

    /// <summary>Observed candidates at the last checkpoint of this run; −1 before the first.</summary>
    public long CheckpointAt { get; init; } = -1;

    /// <summary>Observed candidates when a checkpoint was last tried; −1 before the first try.</summary>
    public long CheckpointTriedAt { get; init; } = -1;

    /// <summary>Starts of workers that failed since the last that did not.</summary>
    public int FailedStarts { get; init; }

    /// <summary>Mean cross-entropy of guessing among the classes of the data, nats; null where there is no data.</summary>
    public double? GuessingLoss { get; init; }

    /// <summary>Candidates measured in a row in this run whose loss is far above that.</summary>
    public int DivergedInARow { get; init; }

    /// <summary>Trials measured in a row in this run that are no better than guessing.</summary>
    public int GuessesInARow { get; init; }

    /// <summary>Swaps of plugins that were asked for and are not done, in order; the first is the one at work.</summary>
    public ImmutableQueue<int> Swaps { get; init; } = [];

    /// <summary>How far the first of them is.</summary>
    public SwapStage Swap { get; init; }

    /// <summary>What the journal is to say of it once workers run on the new version.</summary>
    public PluginsChanged? SwapChange { get; init; }

    /// <summary>
    /// Whether the wall time of the budget has passed; the journal is told when the strategy is through with all results.
    /// </summary>
    public bool TimePassed { get; init; }

    /// <summary>Whether the search is to be told so still, and begins nothing until then.</summary>
    public bool IsOverdue => TimePassed && !State.TimeSpent && State.Phase == SearchPhase.Searching;

    /// <summary>Whether it stops at the next safe point.</summary>
    public bool Stopping { get; init; }

    /// <summary>Whether it has ended; what arrives now counts for nothing.</summary>
    public bool Ended { get; init; }

    /// <summary>Whether all that was decided is on disk.</summary>
    public bool IsWritten => Written == Emitted;

    /// <summary>Whether a job is in some slot.</summary>
    public bool IsBusy => Slots.Any(slot => slot.IsBusy);

    /// <summary>Whether a checkpoint is to be written as soon as nothing runs.</summary>
    public bool CheckpointWanted => Stateful && State.Phase == SearchPhase.Searching
        && (CheckpointDue || Stopping || !Swaps.IsEmpty) && State.ObservedCount > 0 && CheckpointTriedAt != State.ObservedCount;

    /// <summary>Whether a finalist waits or is trained.</summary>
    public bool FinalistsLeft => Slots.Any(slot => slot.Job?.Rank is not null) || !Waiting.IsEmpty || !Lost.IsEmpty;
}

/// <summary>What the strategy does.</summary>
public enum StrategyCall
{
    /// <summary>Nothing.</summary>
    None,

    /// <summary>It has its turn: observes and proposes.</summary>
    Turn,

    /// <summary>It names the winners.</summary>
    Winners,

    /// <summary>It saves its state.</summary>
    Saving,
}

/// <summary>How far the swap of a plugin is.</summary>
public enum SwapStage
{
    /// <summary>None is at work.</summary>
    None,

    /// <summary>The strategy saves its state.</summary>
    Saving,

    /// <summary>The new version is loaded and takes the state.</summary>
    Loading,

    /// <summary>Workers start on the new version.</summary>
    Renewing,

    /// <summary>The journal takes note; from here on there is no way back.</summary>
    Writing,

    /// <summary>The new version is put into use.</summary>
    Committing,
}
