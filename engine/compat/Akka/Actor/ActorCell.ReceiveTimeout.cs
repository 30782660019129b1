namespace Akka.Actor;

public sealed partial class ActorCell
{
    private TimeSpan? _receiveTimeout;
    private ICancelable _pendingReceiveTimeout;

    TimeSpan? IActorContext.ReceiveTimeout => _receiveTimeout;

    public void SetReceiveTimeout(TimeSpan? timeout)
    {
        CancelReceiveTimeout();
        _receiveTimeout = timeout > TimeSpan.Zero ? timeout : null;
    }

    /// <summary>Starts the countdown, anew when the last message counts as activity.</summary>
    internal void CheckReceiveTimeout(bool reschedule)
    {
        if (_receiveTimeout is not { } timeout || Mailbox.IsSuspended || IsTerminated)
            return;
        if (_pendingReceiveTimeout is not null && !reschedule)
            return;
        CancelReceiveTimeout();
        _pendingReceiveTimeout = SystemImpl.Scheduler.ScheduleTellOnceCancelable(timeout, _self, ReceiveTimeout.Instance, _self);
    }

    private void CancelReceiveTimeout()
    {
        _pendingReceiveTimeout?.Cancel();
        _pendingReceiveTimeout = null;
    }
}
