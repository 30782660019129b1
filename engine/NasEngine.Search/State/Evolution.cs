using NasEngine.Contracts;

namespace NasEngine.Search;

/// <summary>(state, event) → state. Knows nothing of time, files, threads or tensors.</summary>
public static class Evolution
{
    /// <summary>The state after one more event.</summary>
    public static SearchState Apply(this SearchState state, SearchEvent happened) => happened switch
    {
        Enqueued e => state with { Queue = state.Queue.Add(e.Architecture) },
        Proposed e => WishQueue.Without(state, e.Candidate) with
        {
            Next = e.Candidate.Number + 1,
            Pending = state.Pending.Add(e.Candidate),
            IsSupernet = state.IsSupernet || e.Candidate.Work is SupernetStep,
            NonDominated = !state.IsSupernet && e.Candidate.Work is SupernetStep ? [] : state.NonDominated,
            Spent = state.Spent.On(e.Candidate.Work),
        },
        AttemptFailed e => state with
        {
            Attempts = state.Attempts.SetItem(e.Number, e.Attempt),
            LostFor = e.Reason,
            LostAttempts = state.LostAttempts + 1,
        },
        Measured e => state with
        {
            Arrived = state.Arrived.Add(new Arrival(e.Number, e.Measurement)),
            Kept = e.Measurement.Network is { } hash
                ? state.Kept.SetItem(e.Number, new LeftNetwork(hash, (state.PendingOf(e.Number).Work as Trial)?.Architecture))
                : state.Kept,
        },
        Observed e => Observe(state, e),
        TimeSpent => state with { TimeSpent = true },
        FinalistsChosen e => state with
        {
            Phase = SearchPhase.Finals,
            Finalists = Finalist.Of(e.Architectures),
            Alphas = e.Alphas,
        },
        FinalistMeasured e => Finish(state, e),
        FinalistsRanked e => state with { Finalists = [.. e.Order.Select(place => state.Finalists[place])] },
        Paused => state with { IsPaused = true },
        Resumed => state with { IsPaused = false },
        Completed => state with { Phase = SearchPhase.Completed, IsPaused = false },
        Failed e => state with { Phase = SearchPhase.Failed, Failure = e.Reason, IsPaused = false },
        PluginsChanged => state with { Failures = state.Failures with { LostFrom = null } },
        Redefined e => state with { KeptFinals = e.Kept },
        CheckpointSaved or Renamed or Noted or NodeHappened => state,
        _ => throw new ArgumentOutOfRangeException(nameof(happened), happened, "Unknown event."),
    };

    private static SearchState Observe(SearchState state, Observed e)
    {
        var candidate = state.PendingOf(e.Number);
        var arrival = state.ArrivalOf(e.Number)!;
        var trial = candidate.Work as Trial;
        var measurement = arrival.Measurement;
        var next = state with
        {
            ObservedCount = state.ObservedCount + 1,
            Samples = state.Samples + (trial is not null ? 1 : candidate.Work.Routes.Count()),
            Pending = state.Pending.Remove(candidate, ReferenceEqualityComparer.Instance),
            Arrived = state.Arrived.Remove(arrival, ReferenceEqualityComparer.Instance),
            Attempts = state.Attempts.Remove(e.Number),
            Spent = state.Spent.On(candidate.Work, measurement, state.Spec.Budget.Goal),
            Failures = state.Failures.With(e.Number, measurement.Failure),
            Unscored = state.Unscored + (trial is not null && measurement.Failure is null && e.Score is null ? 1 : 0),
            Status = e.Status,
            Last = measurement,
            Wished = state.Wished.Remove(e.Number),
            Placed = state.Placed + (trial is not null && ParetoFront.Has(state.Axes, measurement) ? 1 : 0),
        };
        next = trial is not null && measurement.Failure is null ? Rank(next, e, trial, measurement) : next;
        var kept = KeptNetworks.StillWanted(next, e.Wanted);
        return ReferenceEquals(kept, next.Kept) ? next : next with { Kept = kept };
    }

    /// <summary>Leaders and front, both of the highest fidelity alone.</summary>
    private static SearchState Rank(SearchState state, Observed e, Trial trial, Measurement measurement)
    {
        var rise = state.TopFidelity is { } top ? trial.Fidelity.CompareTo(top) : 1;
        if (rise < 0)
        {
            return state;
        }

        if (rise > 0)
        {
            state = state with { TopFidelity = trial.Fidelity, Leaders = [], NonDominated = [] };
        }

        var leaders = e.Score is { } score
            ? Leaders.Add(
                state.Leaders,
                new Leader(e.Number, trial.Architecture, score, measurement, e.Excess) { Network = e.Network },
                state.LeadersKept)
            : state.Leaders;
        var front = ParetoFront.Add(state.NonDominated, state.Axes, e.Number, trial.Architecture, measurement);
        return leaders == state.Leaders && front == state.NonDominated
            ? state
            : state with { Leaders = leaders, NonDominated = front };
    }

    private static SearchState Finish(SearchState state, FinalistMeasured e)
    {
        var finalist = state.Finalists[e.Rank].With(e, state.FinalSeeds);
        return state with
        {
            Finalists = state.Finalists.SetItem(e.Rank, finalist),
            Attempts = state.Attempts.Remove(state.FinalNumber(e.Rank, e.Seed)),
            NonDominated = state.IsSupernet && finalist.WithLatency() is { } measured
                ? ParetoFront.Add(state.NonDominated, state.Axes, e.Rank, finalist.Architecture, measured)
                : state.NonDominated,
        };
    }
}
