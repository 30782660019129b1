using Akka.Actor.Internal;
using Akka.Dispatch;

namespace Akka.Actor;

/// <summary>An actor whose behaviour is a list of handlers, each for a type of message.</summary>
public abstract class ReceiveActor : UntypedActor, IInitializableActor
{
    private readonly MessageHandlers _initial = new();
    private MessageHandlers _beingConfigured;

    protected ReceiveActor() => _beingConfigured = _initial;

    private MessageHandlers Handlers =>
        _beingConfigured ?? throw new InvalidOperationException("You may only call Receive-methods when constructing the actor and inside Become().");

    void IInitializableActor.Init() => _beingConfigured = null;

    protected sealed override bool Receive(object message) => _initial.Handle(message);

    protected sealed override void OnReceive(object message) => Unhandled(message);

    protected void Become(Action configure) => Context.Become(Configure(configure));

    protected void BecomeStacked(Action configure) => Context.BecomeStacked(Configure(configure));

    protected void Receive<T>(Action<T> handler, Predicate<T> shouldHandle = null) => Handlers.Add(shouldHandle, handler);

    protected void Receive<T>(Predicate<T> shouldHandle, Action<T> handler) => Handlers.Add(shouldHandle, handler);

    protected void Receive<T>(Func<T, bool> handler) => Handlers.Add(handler);

    protected void Receive(Type messageType, Action<object> handler, Predicate<object> shouldHandle = null) =>
        Handlers.Add(messageType, shouldHandle, handler);

    protected void Receive(Type messageType, Predicate<object> shouldHandle, Action<object> handler) =>
        Handlers.Add(messageType, shouldHandle, handler);

    protected void Receive(Type messageType, Func<object, bool> handler) =>
        Handlers.Add(message => messageType.IsInstanceOfType(message) && handler(message));

    protected void ReceiveAny(Action<object> handler) => Handlers.Add<object>(null, handler);

    protected void ReceiveAsync<T>(Func<T, Task> handler, Predicate<T> shouldHandle = null) =>
        Handlers.Add(shouldHandle, RunAsync(handler));

    protected void ReceiveAsync<T>(Predicate<T> shouldHandle, Func<T, Task> handler) =>
        Handlers.Add(shouldHandle, RunAsync(handler));

    protected void ReceiveAsync(Type messageType, Func<object, Task> handler, Predicate<object> shouldHandle = null) =>
        Handlers.Add(messageType, shouldHandle, RunAsync(handler));

    protected void ReceiveAsync(Type messageType, Predicate<object> shouldHandle, Func<object, Task> handler) =>
        Handlers.Add(messageType, shouldHandle, RunAsync(handler));

    protected void ReceiveAnyAsync(Func<object, Task> handler) => Handlers.Add(null, RunAsync(handler));

    private static Action<T> RunAsync<T>(Func<T, Task> handler) => message => ActorTaskScheduler.RunTask(() => handler(message));

    private Receive Configure(Action configure)
    {
        var outer = _beingConfigured;
        _beingConfigured = new MessageHandlers();
        try
        {
            configure();
            return _beingConfigured.Handle;
        }
        finally
        {
            _beingConfigured = outer;
        }
    }
}
