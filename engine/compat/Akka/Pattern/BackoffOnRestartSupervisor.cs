using Akka.Actor;
using Akka.Event;

namespace Akka.Pattern;

/// <summary>Starts its child again when it has failed; a child that stops by itself ends it.</summary>
internal sealed class BackoffOnRestartSupervisor(
    Props childProps,
    string childName,
    TimeSpan minBackoff,
    TimeSpan maxBackoff,
    IBackoffReset reset,
    double randomFactor,
    OneForOneStrategy strategy,
    object replyWhileStopped,
    Func<object, bool> finalStopMessage)
    : BackoffSupervisorBase(childProps, childName, reset, replyWhileStopped, finalStopMessage)
{
    private bool _restarting;

    protected override SupervisorStrategy SupervisorStrategy() =>
        new OneForOneStrategy(strategy.MaxNumberOfRetries, strategy.WithinTimeRangeMilliseconds, Decide);

    protected override bool Receive(object message)
    {
        switch (message)
        {
            case Terminated terminated when terminated.ActorRef.Equals(Child) && _restarting:
                _restarting = false;
                Child = null;
                var delay = BackoffSupervisor.CalculateDelay(RestartCountN, minBackoff, maxBackoff, randomFactor);
                Context.System.Scheduler.ScheduleTellOnce(delay, Self, BackoffSupervisor.StartChild.Instance, Self);
                RestartCountN++;
                return true;
            case Terminated terminated when terminated.ActorRef.Equals(Child):
                Log.Debug("Terminating, because child {0} terminated itself", Child);
                Context.Stop(Self);
                return true;
            case BackoffSupervisor.StartChild when _restarting:
                return true;
            default:
                return HandleBackoff(message);
        }
    }

    /// <summary>A restart becomes a stop, and a start after the pause.</summary>
    private Directive Decide(Exception cause)
    {
        var directive = strategy.Decider.Decide(cause);
        if (directive != Directive.Restart)
            return directive;
        if (strategy.WithinTimeRangeMilliseconds > 0 && RestartCountN == 0)
            Context.System.Scheduler.ScheduleTellOnce(strategy.WithinTimeRangeMilliseconds, Self, new BackoffSupervisor.ResetRestartCount(RestartCountN), Self);
        _restarting = strategy.MaxNumberOfRetries < 0 || RestartCountN + 1 <= strategy.MaxNumberOfRetries;
        if (!_restarting)
            Context.Stop(Self);
        return Directive.Stop;
    }
}
