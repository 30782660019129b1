using NasEngine.Contracts;

namespace NasEngine.Search;

/// <summary>Where a replay came to.</summary>
/// <param name="State">The state.</param>
/// <param name="Unwritten">
/// What the last turn did beyond the journal: a repair may cut a journal in the middle of a turn. It goes into the journal
/// before anything else.
/// </param>
public sealed record Replayed(SearchState State, IReadOnlyList<SearchEvent> Unwritten);

/// <summary>Brings a state and its strategy to where a journal ends, by making the calls that were made before.</summary>
public static class Replay
{
    /// <summary>
    /// Applies the events after the state. Proposals and observations are made anew by the strategy; a proposal must be
    /// the one in the journal. A failure is left out: who replays wants to go on from before it.
    /// </summary>
    /// <exception cref="StrategyFault">The strategy proposes something else than it did, or fails.</exception>
    public static Replayed Run(
        SearchState state, IStrategy strategy, ISearchSpace space, IObjective objective, IEnumerable<SearchEvent> events)
    {
        var made = new Queue<SearchEvent>();
        foreach (var happened in events)
        {
            switch (happened)
            {
                case Failed:
                    break;
                case Observed observed:
                    if (made.TryPeek(out var next) && next is Observed same && same.Number == observed.Number)
                    {
                        made.Dequeue();
                    }

                    break;
                case Proposed proposed:
                    if (!made.Any(one => one is Proposed))
                    {
                        state = Advance(state, strategy, space, objective, made);
                    }

                    Check(state, made, proposed.Candidate);
                    break;
                case Measured or AttemptFailed or CheckpointSaved or PluginsChanged or Redefined:
                case Paused or Resumed or Renamed or Noted or Enqueued or NodeHappened:
                    state = state.Apply(happened);
                    break;
                case TimeSpent when state.NextToObserve() is null && state.Next > 0:
                    // The strategy had its turn before, and no other.
                    state = state.Apply(happened);
                    Forget(made);
                    break;
                default:
                    state = Advance(state, strategy, space, objective, made).Apply(happened);
                    Forget(made);
                    break;
            }
        }

        return new Replayed(state, [.. made.Where(one => one is not Observed { Status.Count: 0 })]);
    }

    private static SearchState Advance(
        SearchState state, IStrategy strategy, ISearchSpace space, IObjective objective, Queue<SearchEvent> made)
    {
        Forget(made);
        if (state.Phase != SearchPhase.Searching)
        {
            return state;
        }

        var turn = Turn.Take(state, strategy, space, objective);
        foreach (var happened in turn.Events)
        {
            made.Enqueue(happened);
        }

        return turn.State;
    }

    /// <summary>
    /// What was observed is in the state. What was proposed and is not in the journal yet will come in it, or is unwritten: under a larger
    /// budget than that of the journal a turn proposes more.
    /// </summary>
    private static void Forget(Queue<SearchEvent> made)
    {
        for (var left = made.Count; left > 0; left--)
        {
            if (made.Dequeue() is Proposed proposed)
            {
                made.Enqueue(proposed);
            }
        }
    }

    private static void Check(SearchState state, Queue<SearchEvent> made, Candidate journaled)
    {
        while (made.TryDequeue(out var happened))
        {
            if (happened is Proposed proposed && proposed.Candidate.Equals(journaled))
            {
                return;
            }

            if (happened is Proposed)
            {
                break;
            }
        }

        throw new StrategyFault(
            $"Strategy '{state.Spec.Strategy.Id}' does not propose candidate {journaled.Number} as it did before; "
            + "use the plugin version the search was started with.");
    }
}
