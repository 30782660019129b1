using Akka.Actor;
using NasEngine.Cluster.Coordinating;
using NasEngine.Cluster.Membership;
using NasEngine.Cluster.Messages;
using NasEngine.Contracts;
using NasEngine.Pipeline.Workers.Protocol;
using Member = Akka.Cluster.Cluster;

namespace NasEngine.Cluster.Nodes;

/// <summary>
/// A node while it knows one coordinator: says what it is until it is welcomed, then every second what its slots do. It ends when the
/// coordinator is gone or silent; who started it starts another one.
/// </summary>
internal sealed class NodeActor : ReceiveActor, IWithTimers
{
    private readonly NodeOptions _options;
    private readonly TaskCompletionSource<NodeEnd> _end;
    private readonly NodeSlot[] _slots;
    private readonly ActorSelection _door;
    private readonly ClusterEndpoint _place;
    private readonly int _patience;
    private IActorRef? _coordinator;
    private int _silent;

    /// <param name="options">What the node is.</param>
    /// <param name="slots">Its slots.</param>
    /// <param name="place">Where the coordinator may be.</param>
    /// <param name="coordinator">The same, as the transport writes it.</param>
    /// <param name="patience">Seconds to be welcomed in.</param>
    /// <param name="end">Told how it ended.</param>
    public NodeActor(
        NodeOptions options, NodeSlot[] slots, ClusterEndpoint place, Address coordinator, int patience, TaskCompletionSource<NodeEnd> end)
    {
        (_options, _slots, _place, _patience, _end) = (options, slots, place, patience, end);
        _door = Context.ActorSelection(new RootActorPath(coordinator) / "user" / CoordinatorActor.Name);
        Receive<SecondPassed>(_ => OnSecond());
        Receive<Welcome>(_ => OnWelcome());
        Receive<Refused>(refused => End(new NodeEnd(WasWelcome: false, new InputException(refused.Sentence))));
        Receive<Heard>(_ => _silent = 0);
        Receive<ToSlot>(OnToSlot, message => Sender.Path.Address.Equals(coordinator));
        Receive<Taken>(taken => Array.Find(_slots, slot => slot.Lease == taken.Lease)?.Taken(taken.Job));
        Receive<Release>(release => Array.Find(_slots, slot => slot.Lease == release.Lease)?.Release(release.Keep));
        Receive<SlotSaid>(said => _coordinator?.Tell(said.Message));
        Receive<SlotEnded>(_ => Beat());
        Receive<Terminated>(_ => End(new NodeEnd(WasWelcome: true, null)));
    }

    public ITimerScheduler Timers { get; set; } = null!;

    protected override void PreStart()
    {
        foreach (var slot in _slots)
        {
            slot.Attach(Context.System, Self);
        }

        SecondPassed.After(TimeSpan.FromMilliseconds(50), Timers);
    }

    protected override void PostStop()
    {
        foreach (var slot in _slots)
        {
            slot.Detach();
        }

        _end.TrySetResult(new NodeEnd(_coordinator is not null, null));
    }

    private void OnSecond()
    {
        SecondPassed.After(TimeSpan.FromSeconds(1), Timers);
        _silent++;
        foreach (var slot in _slots)
        {
            slot.Look();
        }

        if (_coordinator is null && Member.Get(Context.System).State.Members.Any(member => member.HasRole(ClusterSystem.CoordinatorRole)))
        {
            _door.Tell(new Hello(
                _options.Versions.Engine, _options.Versions.Contracts, WorkerProtocol.Version, _options.Name, _options.Slots,
                _options.Time.GetUtcNow().ToUnixTimeMilliseconds(), _options.Device, _options.Tags.Text,
                _options.Versions.Hardware));
        }

        if (_coordinator is null ? _silent > _patience : Silence.IsLost(_silent, IsUnreachable(_coordinator.Path.Address)))
        {
            End(new NodeEnd(_coordinator is not null, null));
        }
        else if (_coordinator is not null)
        {
            Beat();
            foreach (var answer in _slots.SelectMany(slot => slot.NotTaken))
            {
                _coordinator.Tell(answer);
            }
        }
    }

    private static bool IsUnreachable(Address coordinator) =>
        Member.Get(Context.System).State.Unreachable.Any(member => member.Address.Equals(coordinator));

    private void OnWelcome()
    {
        if (_coordinator is null)
        {
            (_coordinator, _silent) = (Sender, 0);
            Context.Watch(_coordinator);
            _options.Note($"Node '{_options.Name}' has joined {_place}.");
        }

        Beat();
    }

    private void OnToSlot(ToSlot message)
    {
        if (message.Slot >= 0 && message.Slot < _slots.Length)
        {
            _slots[message.Slot].Take(message, Sender);
        }
    }

    private void Beat() => _coordinator?.Tell(new Beat([.. _slots.Select(slot => slot.Record)]));

    private void End(NodeEnd end)
    {
        _end.TrySetResult(end);
        Context.Stop(Self);
    }
}
