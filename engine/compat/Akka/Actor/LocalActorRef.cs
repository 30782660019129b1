using Akka.Dispatch.SysMsg;

namespace Akka.Actor;

/// <summary>The handle of an actor of this process.</summary>
public sealed class LocalActorRef : InternalActorRefBase
{
    internal LocalActorRef(ActorSystemImpl system, Props props, IInternalActorRef supervisor, ActorPath path)
    {
        Path = path;
        Parent = supervisor;
        Cell = new ActorCell(system, this, props, supervisor);
    }

    public override ActorPath Path { get; }

    public override IInternalActorRef Parent { get; }

    public ActorCell Cell { get; }

    public IEnumerable<IActorRef> Children => Cell.GetChildren();

    public override IActorRefProvider Provider => Cell.SystemImpl.Provider;

    public override bool IsTerminated => Cell.IsTerminated;

    public override bool IsLocal => true;

    public override IActorRef GetChild(IReadOnlyList<string> name)
    {
        IInternalActorRef current = this;
        for (var i = 0; i < name.Count; i++)
        {
            if (current is not LocalActorRef local)
                return current.GetChild(name.Skip(i).ToArray());
            current = name[i] switch
            {
                ".." => local.Parent,
                "" => local,
                _ => local.GetSingleChild(name[i]),
            };
        }

        return current;
    }

    /// <summary>The child of this name, or with <c>name#uid</c> only that incarnation.</summary>
    public IInternalActorRef GetSingleChild(string name)
    {
        var hash = name.IndexOf('#');
        var child = Cell.FindChild(hash < 0 ? name : name[..hash]);
        if (child is null)
            return ActorRefs.Nobody;
        return hash < 0 || (long.TryParse(name[(hash + 1)..], out var uid) && uid == child.Path.Uid) ? child : ActorRefs.Nobody;
    }

    public override void Start() => Cell.Start();

    public override void Resume(Exception causedByFailure = null) => Cell.SendSystemMessage(new Resume(causedByFailure));

    public override void Suspend() => Cell.SendSystemMessage(new Suspend());

    public override void Restart(Exception cause) => Cell.SendSystemMessage(new Recreate(cause));

    public override void Stop() => Cell.SendSystemMessage(new Terminate());

    public override void SendSystemMessage(ISystemMessage message) => Cell.SendSystemMessage((SystemMessage)message);

    protected override void TellInternal(object message, IActorRef sender) => Cell.SendMessage(message, sender);
}
