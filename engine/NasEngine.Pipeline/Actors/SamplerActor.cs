using Akka.Actor;
using NasEngine.Pipeline.Searches;
using NasEngine.Search;

namespace NasEngine.Pipeline.Actors;

/// <summary>
/// Owns the strategy: nobody else touches it. A call runs beside the actor, and one that does not return within the
/// limit ends the search instead of hanging it.
/// </summary>
internal sealed class SamplerActor : ReceiveActor, IWithTimers
{
    private readonly SearchParts _parts;
    private readonly string _id;
    private readonly TimeSpan _limit;
    private long _call;

    public SamplerActor(SearchParts parts, string id, TimeSpan limit)
    {
        (_parts, _id, _limit) = (parts, id, limit);
        Receive<TakeTurn>(ask => Start(() => Take(ask)));
        Receive<NameWinners>(ask => Start(() => Winners(ask.Count)));
        Receive<SaveStrategy>(_ => Start(() => new StrategySaved(Saving.Strategy(_parts.Strategy))));
        Receive<Answered>(Answer);
        Receive<TimedOut>(late => Answer(new Answered(
            late.Call, new PartFailed($"Strategy '{_id}' did not return within {_limit.TotalSeconds:0} seconds."))));
    }

    public ITimerScheduler Timers { get; set; } = null!;

    private void Start(Func<SearchInput> call)
    {
        var number = ++_call;
        Timers.StartSingleTimer(number, new TimedOut(number), _limit);
        Task.Run(call).PipeTo(
            Self,
            success: answer => new Answered(number, answer),
            failure: problem => new Answered(number, new PartFailed(Sentence(problem))));
    }

    private void Answer(Answered answered)
    {
        if (answered.Call == _call)
        {
            Timers.Cancel(_call);
            _call++;
            Context.Parent.Tell(answered.Input);
        }
    }

    private TurnTaken Take(TakeTurn ask)
    {
        var turn = Turn.Take(ask.State, _parts.Strategy, _parts.Space, _parts.Objective);
        return new TurnTaken(turn.Events, ask.Save ? Saving.Strategy(_parts.Strategy) : null);
    }

    private WinnersNamed Winners(int count)
    {
        var winners = _parts.Strategy.Recommend(count);
        return ProposalCheck.Problem(winners, _parts.Space) is { } problem
            ? throw new StrategyFault($"Strategy '{_id}' {problem}.")
            : new WinnersNamed(winners, _parts.Strategy.Status.Alphas);
    }

    private string Sentence(Exception problem) => problem.GetBaseException() switch
    {
        StrategyFault fault => fault.Message,
        _ when problem is StrategyFault fault => fault.Message,
        var other => $"Strategy '{_id}' failed: {other.Message}",
    };

    private sealed record Answered(long Call, SearchInput Input);

    private sealed record TimedOut(long Call);
}
