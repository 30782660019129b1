using System.Linq.Expressions;
using Akka.Routing;

namespace Akka.Actor;

/// <summary>The recipe of an actor: its type, constructor arguments, deployment and supervision.</summary>
public class Props : IEquatable<Props>
{
    public static readonly Props None = new(typeof(EmptyActor));

    private readonly IIndirectActorProducer _producer;

    public Props(Type type, object[] args)
        : this(new Deploy(), null, new ActivatorProducer(Required(type), args ?? []), args ?? [])
    {
    }

    public Props(Type type)
        : this(type, [])
    {
    }

    public Props(Type type, SupervisorStrategy supervisorStrategy, params object[] args)
        : this(new Deploy(), supervisorStrategy, new ActivatorProducer(Required(type), args ?? []), args ?? [])
    {
    }

    public Props(Deploy deploy, Type type, params object[] args)
        : this(deploy, null, new ActivatorProducer(Required(type), args ?? []), args ?? [])
    {
    }

    private Props(Deploy deploy, SupervisorStrategy strategy, IIndirectActorProducer producer, object[] arguments)
    {
        Deploy = deploy;
        SupervisorStrategy = strategy;
        _producer = producer;
        Arguments = arguments;
    }

    public static Props Empty => new(typeof(EmptyActor));

    public Type Type => _producer.ActorType;

    public string TypeName => Type.AssemblyQualifiedName;

    public object[] Arguments { get; }

    public Deploy Deploy { get; private set; }

    public SupervisorStrategy SupervisorStrategy { get; private set; }

    public string Dispatcher => Deploy.Dispatcher.Length == 0 ? Dispatch.Dispatchers.DefaultDispatcherId : Deploy.Dispatcher;

    public string Mailbox => Deploy.Mailbox;

    public RouterConfig RouterConfig => Deploy.RouterConfig;

    /// <summary>Takes a <c>() => new T(…)</c>; the arguments are evaluated here, once.</summary>
    public static Props Create<TActor>(Expression<Func<TActor>> factory, SupervisorStrategy supervisorStrategy = null)
        where TActor : ActorBase
    {
        if (factory.Body is not NewExpression created)
            throw new ArgumentException("The create function must be a 'new T (args)' expression.", nameof(factory));
        var producer = new ConstructorProducer(created);
        return new Props(new Deploy(), supervisorStrategy, producer, producer.Arguments);
    }

    public static Props Create<TActor>(params object[] args)
        where TActor : ActorBase => new(typeof(TActor), args);

    public static Props Create<TActor>(SupervisorStrategy supervisorStrategy)
        where TActor : ActorBase, new() => new(typeof(TActor), supervisorStrategy);

    public static Props Create(Type type, params object[] args) => new(type, args);

    public static Props CreateBy(IIndirectActorProducer producer, params object[] args) => new(new Deploy(), null, producer, args);

    public Props WithDispatcher(string dispatcher) => WithDeploy(Deploy.WithDispatcher(dispatcher));

    public Props WithMailbox(string mailbox) => WithDeploy(Deploy.WithMailbox(mailbox));

    public Props WithRouter(RouterConfig routerConfig) => WithDeploy(Deploy.WithRouterConfig(routerConfig));

    public Props WithStashCapacity(int stashCapacity) => WithDeploy(Deploy.WithStashCapacity(stashCapacity));

    public Props WithDeploy(Deploy deploy) => new(deploy.WithFallback(Deploy), SupervisorStrategy, _producer, Arguments);

    public Props WithSupervisorStrategy(SupervisorStrategy supervisorStrategy) => new(Deploy, supervisorStrategy, _producer, Arguments);

    public virtual ActorBase NewActor() => _producer.Produce();

    public bool Equals(Props other) =>
        other is not null && Type == other.Type && Deploy.Equals(other.Deploy) && Equals(SupervisorStrategy, other.SupervisorStrategy)
        && Arguments.AsSpan().SequenceEqual(other.Arguments);

    public override bool Equals(object obj) => Equals(obj as Props);

    public override int GetHashCode() => HashCode.Combine(Type, Deploy);

    internal Props WithoutRouter() => new(
        new Deploy(Deploy.Path, Deploy.Config, NoRouter.Instance, Deploy.Dispatcher, Deploy.Mailbox, Deploy.StashCapacity),
        SupervisorStrategy,
        _producer,
        Arguments);

    internal void Release(ActorBase actor) => _producer.Release(actor);

    private static Type Required(Type type)
    {
        ArgumentNullException.ThrowIfNull(type);
        return typeof(ActorBase).IsAssignableFrom(type)
            ? type
            : throw new ArgumentException($"Type {type} is not an actor: it must derive from ActorBase.", nameof(type));
    }

    private sealed class EmptyActor : UntypedActor
    {
        protected override void OnReceive(object message) => Unhandled(message);
    }
}
