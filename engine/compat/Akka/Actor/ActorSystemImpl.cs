using System.Collections.Concurrent;
using Akka.Configuration;
using Akka.Dispatch;
using Akka.Event;

namespace Akka.Actor;

internal sealed class ActorSystemImpl : ExtendedActorSystem
{
    private readonly ConcurrentDictionary<Type, Lazy<object>> _extensions = new();
    private readonly ConcurrentQueue<Action> _onTermination = new();
    private readonly LocalActorRefProvider _provider;
    private readonly Deployer _deployer;
    private long _uid;
    private int _terminating;

    public ActorSystemImpl(string name, Config config)
    {
        if (!ActorPath.IsValidPathElement(name))
            throw new ArgumentException($"'{name}' is no name for an actor system: letters, digits and '-' are.", nameof(name));
        Name = name;
        Settings = new Settings(this, config);
        EventStream = new EventStream(Settings);
        Log = new BusLogging(EventStream, $"ActorSystem({name})", typeof(ActorSystem), DefaultLogMessageFormatter.Instance);
        Scheduler = ConfiguredType.Create<IScheduler>(Settings.SchedulerClass, "akka.scheduler.implementation", config.GetConfig("akka.scheduler"), Log);
        Dispatchers = new Dispatchers(config);
        Mailboxes = new Mailboxes(config);
        _deployer = new Deployer(config);
        _provider = new LocalActorRefProvider(this);
    }

    public override string Name { get; }

    public override Settings Settings { get; }

    public override Dispatchers Dispatchers { get; }

    public override Mailboxes Mailboxes { get; }

    public override IScheduler Scheduler { get; }

    public override EventStream EventStream { get; }

    public override ILoggingAdapter Log { get; }

    public override IActorRef DeadLetters => _provider.DeadLetters;

    public override IActorRef IgnoreRef => _provider.IgnoreRef;

    public override Task WhenTerminated => _provider.TerminationTask;

    public override IActorRefProvider Provider => _provider;

    public override IInternalActorRef Guardian => _provider.Guardian;

    public override IInternalActorRef SystemGuardian => _provider.SystemGuardian;

    public override IInternalActorRef LookupRoot => _provider.RootGuardian;

    public bool IsTerminating => Volatile.Read(ref _terminating) != 0;

    public override IActorRef ActorOf(Props props, string name = null) => _provider.Guardian.Cell.ActorOf(props, name);

    public override IActorRef SystemActorOf(Props props, string name = null) => _provider.SystemGuardian.Cell.ActorOf(props, name);

    public override IActorRef SystemActorOf<TActor>(string name = null) => SystemActorOf(Props.Create<TActor>(), name);

    public override ActorSelection ActorSelection(ActorPath actorPath) => ActorRefFactoryShared.ActorSelection(actorPath, this);

    public override ActorSelection ActorSelection(string actorPath) => ActorRefFactoryShared.ActorSelection(actorPath, this, LookupRoot);

    public override void Stop(IActorRef actor)
    {
        var parent = ((IInternalActorRef)actor).Parent;
        if (parent is LocalActorRef guardian && (guardian.Equals(Guardian) || guardian.Equals(SystemGuardian)))
            guardian.Tell(new StopChild(actor), ActorRefs.NoSender);
        else
            ((IInternalActorRef)actor).Stop();
    }

    public override void RegisterOnTermination(Action code) => _onTermination.Enqueue(code);

    public override Task Terminate() => Settings.CoordinatedShutdownRunByActorSystemTerminate
        ? CoordinatedShutdown.Get(this).Run(CoordinatedShutdown.ActorSystemTerminateReason.Instance)
        : FinalTerminate();

    public override object RegisterExtension(IExtensionId extension) =>
        _extensions.GetOrAdd(extension.ExtensionType, _ => new Lazy<object>(() => extension.CreateExtension(this))).Value;

    public override T GetExtension<T>() => _extensions.TryGetValue(typeof(T), out var extension) ? (T)extension.Value : null;

    public override bool HasExtension<T>() => _extensions.ContainsKey(typeof(T));

    public override string ToString() => LookupRoot.Path.Root.Address.ToString();

    /// <summary>Starts the guardians, then the loggers, which are actors too.</summary>
    internal void Start()
    {
        _provider.Start();
        EventStream.StartLoggers(this);
        if (Settings.LogDeadLetters > 0)
            SystemActorOf<DeadLetterListener>("deadLetterListener");
        CoordinatedShutdown.Get(this);
        _provider.TerminationTask.ContinueWith(
            static (_, state) => ((ActorSystemImpl)state).OnTerminated(),
            this,
            CancellationToken.None,
            TaskContinuationOptions.ExecuteSynchronously,
            TaskScheduler.Default);
    }

    internal Task FinalTerminate()
    {
        Interlocked.Exchange(ref _terminating, 1);
        _provider.Guardian.Stop();
        return WhenTerminated;
    }

    internal long NextUid() => Interlocked.Increment(ref _uid);

    internal LocalActorRef CreateActor(Props props, IInternalActorRef supervisor, ActorPath path)
    {
        var deployed = _deployer.Lookup(path) is { } deploy ? WithSettings(props, deploy) : props;
        props = deployed.RouterConfig is Routing.NoRouter ? deployed : deployed.RouterConfig.RouterProps(deployed);
        return new LocalActorRef(this, props, supervisor, path);
    }

    /// <summary>The configuration overrides the Props, but makes a router only of those that ask for it.</summary>
    private static Props WithSettings(Props props, Deploy deploy)
    {
        var fromConfig = props.RouterConfig is not Routing.NoRouter;
        return fromConfig ? props.WithDeploy(deploy) : props.WithDeploy(deploy).WithoutRouter();
    }

    internal void RunTerminationHooks()
    {
        while (_onTermination.TryDequeue(out var code))
        {
            try
            {
                code();
            }
            catch (Exception exception)
            {
                Log.Error(exception, "A termination hook failed.");
            }
        }
    }

    private void OnTerminated()
    {
        (Scheduler as IDisposable)?.Dispose();
        foreach (var extension in _extensions.Values.Where(e => e.IsValueCreated).Select(e => e.Value).OfType<IDisposable>())
            extension.Dispose();
    }
}
