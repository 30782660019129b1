using Akka.Actor;
using Akka.Event;

namespace Akka.Pattern;

/// <summary>Starts its child again when it has stopped.</summary>
public sealed partial class BackoffSupervisor : BackoffSupervisorBase
{
    private readonly TimeSpan _minBackoff;
    private readonly TimeSpan _maxBackoff;
    private readonly double _randomFactor;
    private readonly SupervisorStrategy _strategy;

    public BackoffSupervisor(Props childProps, string childName, TimeSpan minBackoff, TimeSpan maxBackoff, double randomFactor)
        : this(childProps, childName, minBackoff, maxBackoff, new AutoReset(minBackoff), randomFactor, Actor.SupervisorStrategy.DefaultStrategy)
    {
    }

    public BackoffSupervisor(
        Props childProps,
        string childName,
        TimeSpan minBackoff,
        TimeSpan maxBackoff,
        IBackoffReset reset,
        double randomFactor,
        SupervisorStrategy strategy,
        object replyWhileStopped = null,
        Func<object, bool> finalStopMessage = null)
        : base(childProps, childName, reset, replyWhileStopped, finalStopMessage)
    {
        _minBackoff = minBackoff;
        _maxBackoff = maxBackoff;
        _randomFactor = randomFactor;
        _strategy = strategy;
    }

    public static Props Props(Props childProps, string childName, TimeSpan minBackoff, TimeSpan maxBackoff, double randomFactor) =>
        PropsWithSupervisorStrategy(childProps, childName, minBackoff, maxBackoff, randomFactor, Actor.SupervisorStrategy.DefaultStrategy);

    public static Props Props(Props childProps, string childName, TimeSpan minBackoff, TimeSpan maxBackoff, double randomFactor, int maxNrOfRetries) =>
        PropsWithSupervisorStrategy(childProps, childName, minBackoff, maxBackoff, randomFactor, ((OneForOneStrategy)Actor.SupervisorStrategy.DefaultStrategy).WithMaxNrOfRetries(maxNrOfRetries));

    public static Props Props(BackoffOptions options) => options.Props;

    public static Props PropsWithSupervisorStrategy(Props childProps, string childName, TimeSpan minBackoff, TimeSpan maxBackoff, double randomFactor, SupervisorStrategy strategy) =>
        Actor.Props.Create(() => new BackoffSupervisor(childProps, childName, minBackoff, maxBackoff, new AutoReset(minBackoff), randomFactor, strategy, null, null));

    /// <summary>min · 2^n, at most max, lengthened by up to the random factor.</summary>
    internal static TimeSpan CalculateDelay(int restartCount, TimeSpan minBackoff, TimeSpan maxBackoff, double randomFactor)
    {
        var stretch = 1.0 + (Random.Shared.NextDouble() * randomFactor);
        var ticks = Math.Min(maxBackoff.Ticks, minBackoff.Ticks * Math.Pow(2, restartCount)) * stretch;
        return ticks is < 0 or >= long.MaxValue ? maxBackoff : new TimeSpan((long)ticks);
    }

    protected override SupervisorStrategy SupervisorStrategy() => _strategy;

    protected override bool Receive(object message)
    {
        if (message is not Terminated terminated || !terminated.ActorRef.Equals(Child))
            return HandleBackoff(message);
        Child = null;
        var limit = (_strategy as OneForOneStrategy)?.MaxNumberOfRetries ?? -1;
        if (FinalStopMessageReceived)
        {
            Context.Stop(Self);
        }
        else if (limit != -1 && RestartCountN + 1 > limit)
        {
            Log.Debug("Terminating on restart #{0} which exceeds max allowed restarts ({1})", RestartCountN + 1, limit);
            Context.Stop(Self);
        }
        else
        {
            var delay = CalculateDelay(RestartCountN, _minBackoff, _maxBackoff, _randomFactor);
            Context.System.Scheduler.ScheduleTellOnce(delay, Self, StartChild.Instance, Self);
            RestartCountN++;
        }

        return true;
    }
}
