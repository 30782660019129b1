namespace Akka.Actor;

internal sealed class LocalActorRefProvider : IActorRefProvider
{
    private readonly ActorSystemImpl _system;
    private readonly TempContainer _temp;
    private readonly TerminationRef _theOneAboveAll;
    private readonly LocalActorRef _root;
    private long _tempNumber;

    public LocalActorRefProvider(ActorSystemImpl system)
    {
        _system = system;
        RootPath = new RootActorPath(new Address("akka", system.Name));
        DeadLetters = new DeadLetterActorRef(this, RootPath / "deadLetters", system.EventStream);
        IgnoreRef = new IgnoreActorRef(this, RootPath / "ignore");
        _temp = new TempContainer(this, RootPath / "temp");
        _theOneAboveAll = new TerminationRef(this, RootPath / "_theOneWhoWalksTheBubblesOfSpaceTime");
        _root = new LocalActorRef(system, Props.Create(() => new RootGuardian()), _theOneAboveAll, RootPath);
        Guardian = NewGuardian("user", Props.Create(() => new Guardian(system.Settings.SupervisorStrategyClass)));
        SystemGuardian = NewGuardian("system", Props.Create(() => new Guardian("Akka.Actor.DefaultSupervisorStrategy, Akka")));
    }

    public IInternalActorRef RootGuardian => _root;

    public LocalActorRef Guardian { get; }

    public LocalActorRef SystemGuardian { get; }

    public IActorRef DeadLetters { get; }

    public IActorRef IgnoreRef { get; }

    public ActorPath RootPath { get; }

    public Settings Settings => _system.Settings;

    public IInternalActorRef TempContainer => _temp;

    public Task TerminationTask => _theOneAboveAll.Terminated;

    public void Start()
    {
        _root.Start();
        SystemGuardian.Start();
        Guardian.Start();
    }

    public ActorPath TempPath() => _temp.Path / NameGenerator.Encode(Interlocked.Increment(ref _tempNumber) - 1, "$");

    public void RegisterTempActor(IInternalActorRef actorRef, ActorPath path) => _temp.Add(path.Name, actorRef);

    public void UnregisterTempActor(ActorPath path) => _temp.Remove(path.Name);

    public IActorRef ResolveActorRef(string path) => ActorPath.TryParse(path, out var parsed) ? ResolveActorRef(parsed) : DeadLetters;

    public IActorRef ResolveActorRef(ActorPath actorPath)
    {
        if (actorPath.Root != RootPath)
            return DeadLetters;
        var found = Lookup(actorPath.Elements);
        return found.IsNobody() ? new EmptyLocalActorRef(this, actorPath, _system.EventStream) : found;
    }

    /// <summary>Follows names from the root, among them the ones beside the guardians.</summary>
    private IActorRef Lookup(IReadOnlyList<string> elements) => elements.FirstOrDefault() switch
    {
        "temp" => _temp.GetChild([.. elements.Skip(1)]),
        "deadLetters" => DeadLetters,
        _ => _root.GetChild(elements),
    };

    private LocalActorRef NewGuardian(string name, Props props)
    {
        var guardian = new LocalActorRef(_system, props, _root, new ChildActorPath(RootPath, name, _system.NextUid()));
        _root.Cell.Adopt(name, guardian);
        return guardian;
    }
}
