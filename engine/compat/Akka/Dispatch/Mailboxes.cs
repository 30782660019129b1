using Akka.Actor;
using Akka.Configuration;
using Akka.Dispatch.MessageQueues;

namespace Akka.Dispatch;

/// <summary>Makes the queues that the configuration and the Props of an actor ask for.</summary>
public class Mailboxes
{
    public const string DefaultMailboxId = "akka.actor.default-mailbox";

    private readonly Config _config;

    internal Mailboxes(Config config) => _config = config;

    internal MessageQueue CreateQueue(Props props)
    {
        var id = props.Mailbox.Length > 0 ? props.Mailbox : _config.GetString($"{props.Dispatcher}.mailbox", DefaultMailboxId);
        var settings = _config.GetConfig(id) ?? throw new ConfigurationException($"Mailbox [{id}] is not configured.");
        settings = settings.WithFallback(_config.GetConfig(DefaultMailboxId));
        return settings.GetString("mailbox-type").Split(',')[0] switch
        {
            "Akka.Dispatch.UnboundedMailbox" or "Akka.Dispatch.UnboundedDequeBasedMailbox" => new UnboundedMessageQueue(),
            "Akka.Dispatch.BoundedMailbox" or "Akka.Dispatch.BoundedDequeBasedMailbox" =>
                new BoundedMessageQueue(settings.GetInt("mailbox-capacity"), settings.GetTimeSpan("mailbox-push-timeout-time")),
            var type => throw new ConfigurationException($"Mailbox [{id}] has type '{type}'; UnboundedMailbox and BoundedMailbox of Akka.Dispatch are known."),
        };
    }
}
