using NasEngine.Contracts;
using NasEngine.Search;

namespace NasEngine.Pipeline.Reading;

/// <summary>
/// The state of a search by its journal alone, for who looks on. A journal leaves out observations of which the strategy has nothing to
/// say; here a candidate counts as observed when its result is written, so that leaders, front and failures are at most some results ahead
/// of what the strategy was told.
/// </summary>
internal static class FollowedState
{
    /// <summary>The state after one more event.</summary>
    /// <param name="state">The state before it.</param>
    /// <param name="happened">The event.</param>
    /// <param name="objective">What scores trials; null where nobody knows, and then there are no leaders.</param>
    /// <param name="space">Says which networks are the same; null where nobody knows.</param>
    public static SearchState After(SearchState state, SearchEvent happened, IObjective? objective, ISearchSpace? space)
    {
        if (state.Phase == SearchPhase.Failed && happened is not (Failed or Renamed or Noted or NodeHappened))
        {
            // Somebody goes on with it.
            state = state with { Phase = state.Finalists.IsEmpty ? SearchPhase.Searching : SearchPhase.Finals, Failure = null };
        }

        return happened switch
        {
            Measured measured => Told(state.Apply(measured), measured, objective, space),
            Observed { Status.Count: > 0 } observed => state with { Status = observed.Status },
            Observed => state,
            _ => state.Apply(happened),
        };
    }

    /// <summary>All that was measured and not observed is observed.</summary>
    public static SearchState WithArrived(SearchState state, IObjective? objective, ISearchSpace? space) => state.Arrived.Aggregate(
        state, (now, arrival) => Told(now, new Measured(arrival.Number, arrival.Measurement), objective, space));

    /// <summary>After the strategy was told of a result: the score and what goes with it are made anew, as a replay does.</summary>
    private static SearchState Told(SearchState state, Measured measured, IObjective? objective, ISearchSpace? space)
    {
        var (measurement, observed) = (measured.Measurement, new Observed(measured.Number, state.Status));
        if (objective is null || measurement.Failure is not null || state.PendingOf(observed.Number).Work is not Trial trial)
        {
            return state.Apply(observed);
        }

        var score = objective.Score(measurement.Metrics);
        var excess = Feasibility.Of(objective, measurement.Metrics).Required;
        var leads = score is { } value
            && Leaders.HasRoom(state, new Leader(observed.Number, trial.Architecture, value, measurement, excess));
        return state.Apply(observed with { Score = score, Excess = excess, Network = leads ? space?.NetworkOf(trial.Architecture) : null });
    }
}
