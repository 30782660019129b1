using NasEngine.Contracts;

namespace NasEngine.Search;

/// <summary>(state, event) → state. Knows nothing of time, files, threads or tensors.</summary>
public static class Evolution
{
    /// <summary>The state after one more event.</summary>
    public static SearchState Apply(this SearchState state, SearchEvent happened) => happened switch
    {
        Proposed e => state with
        {
            Next = e.Candidate.Number + 1,
            Pending = state.Pending.Add(e.Candidate.Number, e.Candidate),
            IsSupernet = state.IsSupernet || e.Candidate.Work is SupernetStep,
        },
        AttemptFailed e => state with { Attempts = state.Attempts.SetItem(e.Number, e.Attempt) },
        Measured e => state with { Arrived = state.Arrived.Add(new Arrival(e.Number, e.Measurement)) },
        Observed e => Observe(state, e),
        FinalistsChosen e => state with
        {
            Phase = SearchPhase.Finals,
            Finalists = [.. e.Architectures.Select(architecture => new Finalist(architecture, null, null))],
            Alphas = e.Alphas,
        },
        FinalistMeasured e => Finish(state, e),
        Completed => state with { Phase = SearchPhase.Completed },
        Failed e => state with { Phase = SearchPhase.Failed, Failure = e.Reason },
        CheckpointSaved or PluginsChanged => state,
        _ => throw new ArgumentOutOfRangeException(nameof(happened), happened, "Unknown event."),
    };

    private static SearchState Observe(SearchState state, Observed e)
    {
        var candidate = state.Pending[e.Number];
        var trial = candidate.Work as Trial;
        var measurement = state.Arrived.Find(arrival => arrival.Number == e.Number)!.Measurement;
        return state with
        {
            ObservedCount = state.ObservedCount + 1,
            Samples = state.Samples + candidate.Work.Routes.Count(),
            Pending = state.Pending.Remove(e.Number),
            Arrived = state.Arrived.RemoveAll(arrival => arrival.Number == e.Number),
            Attempts = state.Attempts.Remove(e.Number),
            Leaders = trial is not null && e.Score is { } score
                ? Leaders.Add(
                    state.Leaders,
                    new Leader(candidate.Number, trial.Architecture, score, measurement),
                    Math.Max(Leaders.Kept, state.Winners))
                : state.Leaders,
            NonDominated = trial is not null
                ? ParetoFront.Add(state.NonDominated, state.Axes, candidate.Number, trial.Architecture, measurement)
                : state.NonDominated,
            Unscored = state.Unscored + (trial is not null && measurement.Failure is null && e.Score is null ? 1 : 0),
            Status = e.Status,
            Last = measurement,
        };
    }

    private static SearchState Finish(SearchState state, FinalistMeasured e)
    {
        var finalist = state.Finalists[e.Rank] with { Measurement = e.Measurement, Latency = e.Latency };
        return state with
        {
            Finalists = state.Finalists.SetItem(e.Rank, finalist),
            Attempts = state.Attempts.Remove(state.Spec.Budget.Candidates + e.Rank),
            NonDominated = state.IsSupernet
                ? ParetoFront.Add(state.NonDominated, state.Axes, e.Rank, finalist.Architecture, finalist.WithLatency()!)
                : state.NonDominated,
        };
    }
}
