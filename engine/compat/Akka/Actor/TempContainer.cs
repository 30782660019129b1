using System.Collections.Concurrent;

namespace Akka.Actor;

/// <summary>The handles under /temp, found by name as long as they wait.</summary>
internal sealed class TempContainer(IActorRefProvider provider, ActorPath path) : MinimalActorRef
{
    private readonly ConcurrentDictionary<string, IInternalActorRef> _children = new();

    public override ActorPath Path => path;

    public override IActorRefProvider Provider => provider;

    public override IActorRef GetChild(IReadOnlyList<string> name) =>
        name.Count > 0 && _children.TryGetValue(name[0], out var child) ? child : ActorRefs.Nobody;

    public void Add(string name, IInternalActorRef child) => _children[name] = child;

    public void Remove(string name) => _children.TryRemove(name, out _);
}
