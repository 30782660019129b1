using Akka.Actor;
using Akka.Event;

namespace Akka.Pattern;

/// <summary>When the count of restarts starts anew.</summary>
public interface IBackoffReset;

internal sealed record AutoReset(TimeSpan ResetBackoff) : IBackoffReset;

internal sealed record ManualReset : IBackoffReset;

/// <summary>The parent of one child that it starts again after growing pauses; it passes messages both ways.</summary>
public abstract class BackoffSupervisorBase : ActorBase
{
    internal BackoffSupervisorBase(Props childProps, string childName, IBackoffReset reset, object replyWhileStopped, Func<object, bool> finalStopMessage)
    {
        ChildProps = childProps;
        ChildName = childName;
        Reset = reset;
        ReplyWhileStopped = replyWhileStopped;
        FinalStopMessage = finalStopMessage;
        Log = Context.GetLogger();
    }

    protected Props ChildProps { get; }

    protected string ChildName { get; }

    protected IBackoffReset Reset { get; }

    protected object ReplyWhileStopped { get; }

    protected Func<object, bool> FinalStopMessage { get; }

    protected IActorRef Child { get; set; }

    protected int RestartCountN { get; set; }

    protected bool FinalStopMessageReceived { get; set; }

    private protected ILoggingAdapter Log { get; }

    protected override void PreStart() => StartChild();

    protected bool HandleBackoff(object message)
    {
        switch (message)
        {
            case BackoffSupervisor.StartChild:
                StartChild();
                if (Reset is AutoReset automatic)
                    Context.System.Scheduler.ScheduleTellOnce(automatic.ResetBackoff, Self, new BackoffSupervisor.ResetRestartCount(RestartCountN), Self);
                return true;
            case BackoffSupervisor.Reset when Reset is ManualReset:
                RestartCountN = 0;
                return true;
            case BackoffSupervisor.Reset:
                Unhandled(message);
                return true;
            case BackoffSupervisor.ResetRestartCount reset:
                if (reset.Current == RestartCountN)
                    RestartCountN = 0;
                return true;
            case BackoffSupervisor.GetRestartCount:
                Sender.Tell(new BackoffSupervisor.RestartCount(RestartCountN));
                return true;
            case BackoffSupervisor.GetCurrentChild:
                Sender.Tell(new BackoffSupervisor.CurrentChild(Child));
                return true;
            default:
                PassOn(message);
                return true;
        }
    }

    private void StartChild() => Child ??= Context.Watch(Context.ActorOf(ChildProps, ChildName));

    private void PassOn(object message)
    {
        if (Child is not null && Child.Equals(Sender))
        {
            Context.Parent.Tell(message);
            return;
        }

        var isFinal = FinalStopMessage is not null && FinalStopMessage(message);
        if (Child is not null)
        {
            Child.Forward(message);
            FinalStopMessageReceived |= isFinal;
            return;
        }

        if (ReplyWhileStopped is not null)
            Sender.Tell(ReplyWhileStopped);
        else
            Context.System.DeadLetters.Forward(message);
        if (isFinal)
            Context.Stop(Self);
    }
}
