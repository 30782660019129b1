using Akka.Actor;
using NasEngine.Pipeline.Searches;

namespace NasEngine.Pipeline.Actors;

/// <summary>
/// Above the search: whatever becomes of its actor, who asked for the run is told how it ended. A search is never begun anew
/// beside its journal: the next run takes it up.
/// </summary>
internal sealed class SearchGuardian : ReceiveActor
{
    private Exception? _problem;

    public SearchGuardian(Props search)
    {
        Receive<RunSearch>(_ =>
        {
            var asker = Sender;
            var running = Context.Watch(Context.ActorOf(search, "search"));
            Become(() => Running(asker, running));
        });
    }

    protected override SupervisorStrategy SupervisorStrategy() => new OneForOneStrategy(problem =>
    {
        _problem = problem;
        return Directive.Stop;
    });

    private void Running(IActorRef asker, IActorRef search)
    {
        Receive<RunEnded>(ended => asker.Tell(ended));
        Receive<Terminated>(_ => asker.Tell(new RunEnded(null, new SearchFault(
            $"The search's actor failed: {Problems.Root(_problem)?.Message ?? "it ended without a word"}", _problem))));
        ReceiveAny(search.Forward);
    }
}
