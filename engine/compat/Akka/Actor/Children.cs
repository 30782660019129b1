using Akka.Actor.Internal;

namespace Akka.Actor;

/// <summary>The children of one actor. The guardians' are added to from any thread, hence the lock.</summary>
internal sealed class Children
{
    private readonly Dictionary<string, ChildRestartStats> _byName = [];
    private readonly HashSet<IActorRef> _toDie = [];
    private ChildrenReason _reason;
    private bool _closed;

    public bool IsNormal => _reason is null || _reason == ChildrenReason.UserRequest;

    public bool IsTerminating => _reason is { IsTermination: true };

    public bool IsWaitingForRestart => _reason is { IsRestart: true };

    public void Reserve(string name)
    {
        lock (_byName)
        {
            if (_closed)
                throw new InvalidOperationException($"Cannot create child \"{name}\" while terminating or terminated.");
            if (!_byName.TryAdd(name, null))
                throw new InvalidActorNameException($"Actor name \"{name}\" is not unique!");
        }
    }

    public void Unreserve(string name)
    {
        lock (_byName)
            _byName.Remove(name);
    }

    public void Add(string name, IInternalActorRef child)
    {
        lock (_byName)
        {
            if (_closed)
                throw new InvalidOperationException($"Cannot create child \"{name}\" while terminating or terminated.");
            _byName[name] = new ChildRestartStats(child);
        }
    }

    public IInternalActorRef Find(string name)
    {
        lock (_byName)
            return _byName.GetValueOrDefault(name)?.Child;
    }

    public ChildRestartStats StatsOf(IActorRef child)
    {
        lock (_byName)
            return _byName.GetValueOrDefault(child.Path.Name) is { } stats && stats.Child.Equals(child) ? stats : null;
    }

    public bool IsMember(IActorRef child) => StatsOf(child) is not null;

    public IInternalActorRef[] Snapshot()
    {
        lock (_byName)
            return _byName.Count == 0 ? [] : [.. _byName.Values.Where(s => s is not null).Select(s => s.Child)];
    }

    public IReadOnlyCollection<ChildRestartStats> AllStats()
    {
        lock (_byName)
            return [.. _byName.Values.Where(s => s is not null)];
    }

    public void ShallDie(IActorRef child)
    {
        lock (_byName)
        {
            _toDie.Add(child);
            _reason ??= ChildrenReason.UserRequest;
        }
    }

    /// <summary>True when there are dying children; the reason then comes back from the removal of the last of them.</summary>
    public bool WaitFor(ChildrenReason reason)
    {
        lock (_byName)
        {
            if (_toDie.Count == 0)
                return false;
            _reason = reason;
            return true;
        }
    }

    /// <summary>From here on no child can be added.</summary>
    public void Close()
    {
        lock (_byName)
            _closed = true;
    }

    /// <summary>Forgets a child. The answer is what the actor was waiting for, if this was the last child to wait for.</summary>
    public ChildrenReason Remove(IActorRef child)
    {
        lock (_byName)
        {
            if (StatsOf(child) is not null)
                _byName.Remove(child.Path.Name);
            if (!_toDie.Remove(child) || _toDie.Count > 0)
                return null;
            var reached = _reason;
            _reason = null;
            return reached;
        }
    }
}
