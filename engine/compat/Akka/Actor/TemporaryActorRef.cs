namespace Akka.Actor;

/// <summary>A handle that exists for one reply. It gets a path, and a place in /temp, only when somebody looks.</summary>
internal abstract class TemporaryActorRef(IActorRefProvider provider) : MinimalActorRef
{
    private ActorPath _path;

    public override IActorRefProvider Provider => provider;

    public override IInternalActorRef Parent => provider.TempContainer;

    public override ActorPath Path => Volatile.Read(ref _path) ?? Register();

    protected abstract bool IsCompleted { get; }

    protected void Unregister()
    {
        if (Volatile.Read(ref _path) is { } path)
            provider.UnregisterTempActor(path);
    }

    private ActorPath Register()
    {
        var path = provider.TempPath();
        if (Interlocked.CompareExchange(ref _path, path, null) is { } earlier)
            return earlier;
        provider.RegisterTempActor(this, path);
        if (IsCompleted)
            Unregister();
        return path;
    }
}
