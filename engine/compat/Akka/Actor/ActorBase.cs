using Akka.Event;

namespace Akka.Actor;

public interface IInternalActor
{
    IActorContext ActorContext { get; }
}

public abstract partial class ActorBase : IInternalActor
{
    private IActorRef _clearedSelf;
    private SupervisorStrategy _supervisorStrategy;

    protected ActorBase()
    {
        if (ActorCell.Current is not { } cell)
            throw new ActorInitializationException("Do not create actors using 'new', always create them using an ActorContext/System");
        if (this is IWithTimers timed)
            timed.Timers = new Scheduler.TimerScheduler(cell);
        cell.Become(Receive);
    }

    protected static IActorContext Context => ActorCell.Current ?? throw NoContext();

    protected static Receive EmptyReceive => _ => false;

    protected IActorRef Self => _clearedSelf ?? Context.Self;

    protected IActorRef Sender => Context.Sender;

    IActorContext IInternalActor.ActorContext => Context;

    internal SupervisorStrategy SupervisorStrategyInternal
    {
        get => _supervisorStrategy ??= SupervisorStrategy();
        set => _supervisorStrategy = value;
    }

    internal static Exception NoContext() =>
        new NotSupportedException("There is no active ActorContext, this is most likely due to use of async operations from within this actor.");

    internal void Clear(IActorRef self) => _clearedSelf = self;

    protected internal virtual bool AroundReceive(Receive receive, object message)
    {
        if (message is Scheduler.TimerMessage timed)
        {
            message = timed.Owner.Intercept(timed, this);
            switch (message)
            {
                case null:
                    return true;
                case IAutoReceivedMessage automatic:
                    ActorCell.Current.AutoReceive(automatic);
                    return true;
            }

            ActorCell.Current.ReplaceCurrentMessage(message);
        }

        if (receive(message))
            return true;
        Unhandled(message);
        return false;
    }

    protected abstract bool Receive(object message);

    protected virtual void Unhandled(object message)
    {
        if (message is Terminated terminated)
            throw new DeathPactException(terminated.ActorRef);
        Context.System.EventStream.Publish(new UnhandledMessage(message, Sender, Self));
    }

    protected void Become(Receive receive) => Context.Become(receive);

    protected void BecomeStacked(Receive receive) => Context.BecomeStacked(receive);

    protected void UnbecomeStacked() => Context.UnbecomeStacked();

    protected void SetReceiveTimeout(TimeSpan? timeout) => Context.SetReceiveTimeout(timeout);

    protected virtual SupervisorStrategy SupervisorStrategy() => Actor.SupervisorStrategy.DefaultStrategy;
}
