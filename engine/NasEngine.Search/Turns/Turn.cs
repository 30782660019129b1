using NasEngine.Contracts;

namespace NasEngine.Search;

/// <summary>What a turn of the strategy did.</summary>
/// <param name="State">The state after it.</param>
/// <param name="Events">What happened, in order.</param>
public sealed record Turn(SearchState State, IReadOnlyList<SearchEvent> Events)
{
    /// <summary>
    /// Lets the strategy do all it can: propose while there is room, observe the next measurement, propose again. The
    /// calls are a function of the state alone, so that replaying the events of a journal makes the same calls.
    /// </summary>
    /// <exception cref="StrategyFault">The strategy threw or returned nonsense, or the objective threw.</exception>
    public static Turn Take(SearchState state, IStrategy strategy, ISearchSpace space, IObjective objective)
    {
        var events = new List<SearchEvent>();
        state = Propose(state, strategy, space, events);
        while (state.NextToObserve() is { } arrival)
        {
            state = Observe(state, strategy, space, objective, arrival, events);
            state = Propose(state, strategy, space, events);
        }

        return new Turn(state, events);
    }

    private static SearchState Propose(SearchState state, IStrategy strategy, ISearchSpace space, List<SearchEvent> events)
    {
        while (state.HasRoom)
        {
            var number = state.Next;
            var (budget, spent) = (state.Spec.Budget, state.Spent);
            var context = new ProposalContext(number, state.Spec.Seed, state.Pending)
            {
                TrialsLeft = budget.Trials - spent.Trials,
                StepsLeft = budget.Steps - spent.Steps,
            };
            if ((WishQueue.Next(state) ?? Guard(state, number, "propose", () => strategy.Propose(context))) is not { } work)
            {
                break;
            }

            if ((ProposalCheck.Problem(work, strategy.Kind, space) ?? spent.Refusal(budget, work)) is { } problem)
            {
                throw new StrategyFault($"Strategy '{state.Spec.Strategy.Id}' {problem} (candidate {number}).");
            }

            var proposed = new Proposed(new Candidate(number, work));
            events.Add(proposed);
            state = state.Apply(proposed);
        }

        return state;
    }

    private static SearchState Observe(
        SearchState state, IStrategy strategy, ISearchSpace space, IObjective objective, Arrival arrival, List<SearchEvent> events)
    {
        var observation = Told(state, objective, arrival);
        var (status, wanted) = Guard(state, arrival.Number, "observe", () =>
        {
            if (state.Wished.Contains(arrival.Number))
            {
                strategy.Learn(observation);
            }
            else
            {
                strategy.Observe(observation);
            }

            return (strategy.Status.Scalars, strategy.Wanted);
        });
        var measurement = arrival.Measurement;
        var scored = observation.Candidate.Work is Trial && measurement.Failure is null;
        var observed = new Observed(arrival.Number, status)
        {
            Score = scored ? objective.Score(measurement.Metrics) : null,
            Excess = observation.Feasibility.Required,
            Wanted = wanted,
        };
        observed = observed with { Network = NetworkOf(state, space, observed, observation) };
        events.Add(observed);
        return state.Apply(observed);
    }

    /// <summary>Asked of the best only: it may take as long as describing a network does.</summary>
    private static string? NetworkOf(SearchState state, ISearchSpace space, Observed observed, Observation observation)
    {
        if (observed.Score is not { } score || observation.Candidate.Work is not Trial { Architecture: var architecture } ||
            !Leaders.HasRoom(state, new Leader(observed.Number, architecture, score, observation.Measurement, observed.Excess)))
        {
            return null;
        }

        try
        {
            return space.NetworkOf(architecture);
        }
        catch (Exception problem)
        {
            throw new StrategyFault(
                $"Space '{state.Spec.Space.Id}' does not say which network '{architecture.Key}' is: {problem.Message}", problem);
        }
    }

    private static Observation Told(SearchState state, IObjective objective, Arrival arrival)
    {
        var observation = new Observation(state.PendingOf(arrival.Number), arrival.Measurement, state.Spec.Seed);
        return observation is { Candidate.Work: Trial, Measurement.Failure: null }
            ? observation with { Feasibility = Feasibility.Of(objective, arrival.Measurement.Metrics) }
            : observation;
    }

    private static T Guard<T>(SearchState state, long number, string doing, Func<T> call)
    {
        try
        {
            return call();
        }
        catch (Exception problem) when (problem is not StrategyFault)
        {
            throw new StrategyFault(
                $"Strategy '{state.Spec.Strategy.Id}' failed to {doing} candidate {number}: {problem.Message}", problem);
        }
    }
}
