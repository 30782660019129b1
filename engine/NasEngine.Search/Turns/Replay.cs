using NasEngine.Contracts;

namespace NasEngine.Search;

/// <summary>Brings a state and its strategy to where a journal ends, by making the calls that were made before.</summary>
public static class Replay
{
    /// <summary>
    /// Applies the events after the state. Proposals and observations are made anew by the strategy; a proposal must be
    /// the one in the journal. A failure is left out: who replays wants to go on from before it.
    /// </summary>
    /// <exception cref="StrategyFault">The strategy proposes something else than it did, or fails.</exception>
    public static SearchState Run(SearchState state, IStrategy strategy, ISearchSpace space, IEnumerable<SearchEvent> events)
    {
        var expected = new Queue<Candidate>();
        foreach (var happened in events)
        {
            switch (happened)
            {
                case Observed or Failed:
                    break;
                case Proposed proposed:
                    if (expected.Count == 0)
                    {
                        state = Advance(state, strategy, space, expected);
                    }

                    Check(state, expected, proposed.Candidate);
                    break;
                case Measured or AttemptFailed:
                    state = state.Apply(happened);
                    break;
                default:
                    state = Advance(state, strategy, space, expected);
                    state = state.Apply(happened);
                    break;
            }
        }

        return state;
    }

    private static SearchState Advance(SearchState state, IStrategy strategy, ISearchSpace space, Queue<Candidate> expected)
    {
        if (state.Phase != SearchPhase.Searching)
        {
            return state;
        }

        var turn = Turn.Take(state, strategy, space);
        foreach (var made in turn.Events.OfType<Proposed>())
        {
            expected.Enqueue(made.Candidate);
        }

        return turn.State;
    }

    private static void Check(SearchState state, Queue<Candidate> expected, Candidate journaled)
    {
        if (!expected.TryDequeue(out var made) || !made.Equals(journaled))
        {
            throw new StrategyFault(
                $"Strategy '{state.Spec.Strategy.Id}' does not propose candidate {journaled.Number} as it did before; "
                + "use the plugin version the search was started with.");
        }
    }
}
