using System.Collections.Immutable;
using Akka.Actor;
using NasEngine.Contracts;
using NasEngine.Pipeline.Searches;
using NasEngine.Search;

namespace NasEngine.Pipeline.Actors;

/// <summary>
/// Owns the strategy: nobody else touches it. A call runs beside the actor, and one that does not return within the
/// limit ends the search instead of hanging it.
/// </summary>
internal sealed class SamplerActor : ReceiveActor
{
    private readonly SearchParts _parts;
    private readonly string _name;
    private readonly PartWatch _calls;

    public SamplerActor(SearchParts parts, string id, PartWatch calls)
    {
        (_parts, _name, _calls) = (parts, $"Strategy '{id}'", calls);
        Receive<TakeTurn>(ask => _ = CallAsync(() => Take(ask), Context.Parent));
        Receive<NameWinners>(ask => _ = CallAsync(() => Winners(ask.Count), Context.Parent));
        Receive<SaveStrategy>(ask => _ = CallAsync(() => new StrategySaved(Saving.Strategy(_parts.Strategy)), Context.Parent));
    }

    private async Task CallAsync(Func<SearchInput> call, IActorRef search)
    {
        try
        {
            search.Tell(await _calls.RunAsync(call, _name).ConfigureAwait(false));
        }
        catch (StrategyFault fault)
        {
            search.Tell(new PartFailed(fault.Message) { Problem = fault.InnerException });
        }
    }

    private TurnTaken Take(TakeTurn ask)
    {
        var turn = Turn.Take(ask.State, _parts.Strategy, _parts.Space, _parts.Objective);
        return new TurnTaken(turn, ask.Save ? Saving.Strategy(_parts.Strategy) : null);
    }

    private WinnersNamed Winners(int count)
    {
        var winners = Finalists.Different(Recommended, _parts.Space.NetworkOf, count);
        return new WinnersNamed(winners, _parts.Strategy.Status.Alphas);
    }

    private ImmutableArray<Architecture> Recommended(int count)
    {
        var winners = _parts.Strategy.Recommend(count);
        return ProposalCheck.Problem(winners, _parts.Space) is { } problem ? throw new StrategyFault($"{_name} {problem}.") : winners;
    }
}
