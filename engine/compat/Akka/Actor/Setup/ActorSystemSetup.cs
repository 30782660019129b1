using Akka.Util;

namespace Akka.Actor.Setup;

/// <summary>A part of a system's set-up given in code.</summary>
public abstract class Setup
{
    public ActorSystemSetup And(Setup other) => ActorSystemSetup.Create(this, other);
}

public sealed class ActorSystemSetup
{
    public static readonly ActorSystemSetup Empty = new([]);

    private readonly Dictionary<Type, Setup> _parts;

    private ActorSystemSetup(Dictionary<Type, Setup> parts) => _parts = parts;

    public static ActorSystemSetup Create(params Setup[] setup) => new(setup.ToDictionary(s => s.GetType()));

    public ActorSystemSetup WithSetup<T>(T setup)
        where T : Setup => new(new Dictionary<Type, Setup>(_parts) { [setup.GetType()] = setup });

    public ActorSystemSetup And<T>(T setup)
        where T : Setup => WithSetup(setup);

    public Option<T> Get<T>()
        where T : Setup => _parts.TryGetValue(typeof(T), out var part) ? new Option<T>((T)part) : Option<T>.None;
}
