using Akka.Actor;

namespace Akka.Event;

/// <summary>Writes the first dead letters to the log.</summary>
internal sealed class DeadLetterListener : ActorBase
{
    private int _count;

    protected override void PreStart() => Context.System.EventStream.Subscribe(Self, typeof(DeadLetter));

    // Counting goes on after a restart of the subscription's owner, as the subscription does.
    protected override void PostRestart(Exception reason)
    {
    }

    protected override bool Receive(object message)
    {
        if (message is not DeadLetter letter)
            return false;
        var system = (ActorSystemImpl)Context.System;
        if (system.IsTerminating && !system.Settings.LogDeadLettersDuringShutdown)
            return true;
        _count++;
        var last = _count >= system.Settings.LogDeadLetters;
        system.EventStream.Publish(new Info(
            letter.Recipient.Path.ToString(),
            letter.Recipient.GetType(),
            $"Message [{letter.Message.GetType().Name}] from {letter.Sender} to {letter.Recipient} was not delivered. [{_count}] dead letters encountered{(last ? ", no more will be logged" : "")}."));
        if (last)
            Context.Stop(Self);
        return true;
    }
}
