using Akka.Dispatch;
using Akka.Dispatch.SysMsg;

namespace Akka.Actor;

/// <summary>What an actor is besides its behaviour: mailbox, children, watches, supervision. It outlives restarts.</summary>
public sealed partial class ActorCell : IUntypedActorContext
{
    public const int UndefinedUid = 0;

    [ThreadStatic]
    internal static ActorCell Current;

    private readonly LocalActorRef _self;
    private readonly IInternalActorRef _parent;
    private ActorBase _actor;
    private IActorRef _sender;
    private ActorTaskScheduler _taskScheduler;

    internal ActorCell(ActorSystemImpl system, LocalActorRef self, Props props, IInternalActorRef parent)
    {
        SystemImpl = system;
        _self = self;
        _parent = parent;
        Props = props;
        Dispatcher = system.Dispatchers.Lookup(props.Dispatcher);
        Mailbox = new Mailbox(this, Dispatcher, system.Mailboxes.CreateQueue(props));
    }

    public Props Props { get; }

    public IActorRef Self => _self;

    public IActorRef Parent => _parent;

    public IActorRef Sender => _sender;

    public ActorSystem System => SystemImpl;

    public MessageDispatcher Dispatcher { get; }

    public object CurrentMessage { get; private set; }

    internal ActorSystemImpl SystemImpl { get; }

    internal Mailbox Mailbox { get; }

    /// <summary>Counts invocations, so that the stash can tell the same message from the next one.</summary>
    internal long InvocationCount { get; private set; }

    internal bool IsTerminated => Mailbox.IsClosed;

    internal ActorTaskScheduler TaskScheduler => _taskScheduler ??= new ActorTaskScheduler(this);

    private Type ActorType => _actor?.GetType() ?? Props.Type;

    public static IActorRef GetCurrentSelfOrNoSender() => Current?._self;

    public static IActorRef GetCurrentSenderOrNoSender() => Current?._sender;

    public ActorSelection ActorSelection(string path) => ActorRefFactoryShared.ActorSelection(path, SystemImpl, _self);

    public ActorSelection ActorSelection(ActorPath path) => ActorRefFactoryShared.ActorSelection(path, SystemImpl);

    public void Stop(IActorRef child)
    {
        if (_children.IsMember(child))
            _children.ShallDie(child);
        ((IInternalActorRef)child).Stop();
    }

    internal void Start()
    {
        Dispatcher.Attach();
        SendSystemMessage(new Create());
        Mailbox.Start();
    }

    internal void SendMessage(object message, IActorRef sender)
    {
        if (message is null)
            throw new InvalidMessageException("A message must not be null.");
        Mailbox.Enqueue(message, sender);
    }

    internal void SendSystemMessage(SystemMessage message) => Mailbox.EnqueueSystem(message);

    internal void ToDeadLetters(Envelope envelope) =>
        SystemImpl.DeadLetters.Tell(new Event.DeadLetter(envelope.Message, envelope.Sender ?? SystemImpl.DeadLetters, _self), envelope.Sender);

    internal void ToDeadLetters(SystemMessage message) => SystemImpl.DeadLetters.Tell(message, _self);

    /// <summary>Sends a message to this cell's actor ahead of everything waiting.</summary>
    internal void Prepend(Envelope envelope) => Mailbox.Prepend(envelope);
}
