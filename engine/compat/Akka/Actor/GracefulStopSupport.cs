using Akka.Dispatch.SysMsg;

namespace Akka.Actor;

public static class GracefulStopSupport
{
    public static Task<bool> GracefulStop(this IActorRef target, TimeSpan timeout) => target.GracefulStop(timeout, PoisonPill.Instance);

    /// <summary>Tells an actor to stop and completes when it has: true, or false when the time is over first.</summary>
    public static async Task<bool> GracefulStop(this IActorRef target, TimeSpan timeout, object stopMessage)
    {
        var actor = (IInternalActorRef)target;
        var end = new TerminationPromise(actor.Provider);
        actor.SendSystemMessage(new Watch(actor, end));
        target.Tell(stopMessage, ActorRefs.NoSender);
        try
        {
            await end.Terminated.WaitAsync(timeout).ConfigureAwait(false);
            return true;
        }
        catch (TimeoutException)
        {
            return false;
        }
        finally
        {
            actor.SendSystemMessage(new Unwatch(actor, end));
            end.Stop();
        }
    }
}

public static class WatchAsyncSupport
{
    /// <summary>Completes with true when the actor has ended, or with false when the token is cancelled first.</summary>
    public static async Task<bool> WatchAsync(this IActorRef target, CancellationToken token = default)
    {
        if (target is not IInternalActorRef actor)
            throw new InvalidOperationException($"{target} is not an {typeof(IInternalActorRef)} and cannot be death-watched");
        var end = new TerminationPromise(actor.Provider);
        actor.SendSystemMessage(new Watch(actor, end));
        try
        {
            await end.Terminated.WaitAsync(token).ConfigureAwait(false);
            return true;
        }
        catch (OperationCanceledException)
        {
            return false;
        }
        finally
        {
            actor.SendSystemMessage(new Unwatch(actor, end));
            end.Stop();
        }
    }
}

/// <summary>A watcher that is a task instead of an actor.</summary>
internal sealed class TerminationPromise(IActorRefProvider provider) : TemporaryActorRef(provider)
{
    private readonly TaskCompletionSource _terminated = new(TaskCreationOptions.RunContinuationsAsynchronously);

    public Task Terminated => _terminated.Task;

    protected override bool IsCompleted => _terminated.Task.IsCompleted;

    public override void Stop() => Unregister();

    public override void SendSystemMessage(ISystemMessage message)
    {
        if (message is DeathWatchNotification)
            _terminated.TrySetResult();
    }
}
