using Akka.Actor;
using NasEngine.Cluster.Membership;
using NasEngine.Cluster.Messages;
using NasEngine.Contracts;
using NasEngine.Search;

namespace NasEngine.Cluster.Coordinating;

/// <summary>
/// Has the nodes and their slots. Nodes ask for work with every beat; a slot goes to the worker that waits longest, of the node with the
/// most room. What a node should know and does not say is sent again.
/// </summary>
internal sealed class CoordinatorActor : ReceiveActor, IWithTimers
{
    /// <summary>Its name in the system.</summary>
    public const string Name = "coordinator";

    private const int BeatsOfPatience = 2;
    private const int MostSlots = 1024;

    private readonly Dictionary<IActorRef, NodeEntry> _nodes = [];
    private readonly LinkedList<LeaseConnection> _waiting = new();
    private readonly Dictionary<long, LeaseConnection> _leases = [];
    private readonly KeptWork _kept = new();
    private readonly ClusterMembers _members = ClusterMembers.Of(Context.System);
    private readonly List<Action<NodeHappened>> _watchers = [];
    private readonly TimeProvider _time;
    private readonly long _number;
    private readonly ClusterVersions _versions;
    private readonly Action<string> _note;
    private readonly BusySlots _busy;
    private readonly HashSet<NodeEntry> _withRoom = [];
    private readonly HashSet<string> _otherHardware = new(StringComparer.Ordinal);
    private long _lastNumber;

    public CoordinatorActor(ClusterVersions versions, long firstNumber, Action<string> note, TimeProvider time, BusySlots? busy = null)
    {
        _busy = busy ?? new BusySlots();
        _busy.Clear();
        (_versions, _lastNumber, _number, _note, _time) = (versions, firstNumber, firstNumber, note, time);
        Receive<Watch>(OnWatch, watch => !_watchers.Contains(watch.Told));
        Receive<Unwatch>(watch => _watchers.Remove(watch.Told));
        Receive<Hello>(OnHello);
        Receive<Beat>(OnBeat, _ => _nodes.ContainsKey(Sender));
        Receive<FromSlot>(OnFromSlot);
        Receive<WantLease>(want =>
        {
            _waiting.AddLast(want.Connection);
            Give();
            SayThatItWaits(want.Connection);
        });
        Receive<EndLease>(OnEndLease);
        Receive<Unfit>(unfit => Sender.Tell(new Judged(
            unfit.Connection.Lost ?? UnfitNodes.Judge(unfit.Connection.Nodes, unfit.Connection.Node!, _nodes.Values, unfit.Failed))));
        Receive<Post>(post => post.Connection.Node?.Actor.Tell(post.Connection.Addressed(post.Message)));
        Receive<Send>(OnSend);
        Receive<Terminated>(gone => OnGone(gone.ActorRef, "It ended, or was not heard of any more."));
        Receive<SecondPassed>(_ => OnSecond());
    }

    public ITimerScheduler Timers { get; set; } = null!;

    protected override void PreStart() => SecondPassed.After(TimeSpan.FromSeconds(1), Timers);

    protected override void PostStop()
    {
        foreach (var node in _nodes.Values)
        {
            Lose(node, "The coordinator left the cluster.", "the coordinator left the cluster");
        }
    }

    /// <summary>Nodes that are not heard of are shut out; they join again when they can.</summary>
    private void OnSecond()
    {
        SecondPassed.After(TimeSpan.FromSeconds(1), Timers);
        _members.Look(_nodes.Keys.Select(node => node.Path.Address).ToHashSet());
        foreach (var (actor, node) in _nodes.ToList())
        {
            node.Silent++;
            if (Silence.IsLost(node.Silent, _members.IsUnreachable(actor.Path.Address)))
            {
                Context.Unwatch(actor);
                _members.ShutOut(actor.Path.Address);
                OnGone(actor, $"It was not heard of for {node.Silent} seconds.");
            }
        }
    }

    private void OnWatch(Watch watch)
    {
        _watchers.Add(watch.Told);
        _nodes.Values.ToList().ForEach(node => watch.Told(node.Joined));
    }

    private void OnHello(Hello hello)
    {
        var (tags, wrong) = TagsOf(hello);
        if ((_versions.Refusal(hello) ?? wrong) is { } refusal)
        {
            _note(refusal);
            Sender.Tell(new Refused(refusal));
            return;
        }

        if (hello.Slots is >= 1 and <= MostSlots && !_nodes.ContainsKey(Sender))
        {
            var ahead = TimeSpan.FromMilliseconds(hello.Clock - _time.GetUtcNow().ToUnixTimeMilliseconds());
            var node = _nodes[Sender] = new NodeEntry(Sender, ++_lastNumber, hello, tags, _number, ahead);
            Context.Watch(Sender);
            Changed(node);
            _watchers.ForEach(told => told(node.Joined));
            var asWhat = tags.IsNone ? "" : $", as '{tags}'";
            _note($"Node '{hello.Name}' joined with {hello.Slots} {(hello.Slots == 1 ? "slot" : "slots")}{asWhat}.");
            SayWhereDigitsDiffer(node);
            SayWhoWaits();
        }

        Sender.Tell(new Welcome(hello.Protocol));
    }

    /// <summary>Once for each kind of machine.</summary>
    private void SayWhereDigitsDiffer(NodeEntry node)
    {
        var (its, ours) = (node.Hardware, _versions.Hardware);
        if (its.Length > 0 && ours.Length > 0 && its != ours && _otherHardware.Add(its))
        {
            _note($"Node '{node.Name}' computes on {its} and this machine on {ours}: what is trained there may end in other last digits.");
        }
    }

    private static (MachineTags Tags, string? Wrong) TagsOf(Hello hello)
    {
        try
        {
            return (hello.Tags is { Length: > 0 } text ? MachineTags.Parse(text) : MachineTags.None, null);
        }
        catch (InputException problem)
        {
            return (MachineTags.None, $"Node '{hello.Name}': {problem.Message}");
        }
    }

    private void OnBeat(Beat beat)
    {
        var node = _nodes[Sender];
        node.Beats++;
        node.Silent = 0;
        foreach (var said in beat.Slots.Where(said => said.Slot >= 0 && said.Slot < node.Slots.Length))
        {
            node.IsFree[said.Slot] = said.Lease == 0;
            if (said.Kept is { } kept)
            {
                _kept.Hear(new Place(node, said.Slot), kept);
            }

            if (said.Lease != 0 && node.Slots[said.Slot]?.Lease != said.Lease)
            {
                Sender.Tell(new Release(said.Lease));
            }
            else if (node.Slots[said.Slot] is { } connection)
            {
                SendAgain(node, connection, said);
            }
        }

        Changed(node);
        Sender.Tell(new Heard(_nodes.Count));
        Give();
    }

    /// <summary>Its slots are not what they were.</summary>
    private void Changed(NodeEntry node)
    {
        _busy.Count(node);
        _ = node.Free > 0 ? _withRoom.Add(node) : _withRoom.Remove(node);
    }

    private static void SendAgain(NodeEntry node, LeaseConnection connection, SlotRecord said)
    {
        foreach (var call in connection.Sent.Where(call => !said.Jobs.Contains(call.Message.Job)))
        {
            if (++call.Missed >= BeatsOfPatience)
            {
                node.Actor.Tell(call.Message);
            }
        }
    }

    private void OnFromSlot(FromSlot said)
    {
        if (!_leases.TryGetValue(said.Lease, out var connection))
        {
            Sender.Tell(new Taken(said.Lease, said.Job)); // Nobody waits for it any more.
        }
        else if (Sender.Equals(connection.Node?.Actor) && connection.Take(said))
        {
            Sender.Tell(new Taken(said.Lease, said.Job));
        }
    }

    private void OnEndLease(EndLease end)
    {
        var connection = end.Connection;
        _waiting.Remove(connection);
        if (_leases.Remove(connection.Lease) && connection.Node is { } node)
        {
            (node.Slots[connection.Slot], node.IsFree[connection.Slot]) = (null, false);
            Changed(node);
            node.Actor.Tell(new Release(connection.Lease));
        }
    }

    private void Give()
    {
        for (var next = _waiting.First; next is not null && _withRoom.Count > 0;)
        {
            var waits = next;
            next = next.Next;
            if (BestFor(waits.Value) is not { } node)
            {
                continue;
            }

            _waiting.Remove(waits);
            var slot = Enumerable.Range(0, node.Slots.Length).First(at => node.Slots[at] is null && node.IsFree[at]);
            Put(waits.Value, new Place(node, slot));
        }
    }

    private void OnSend(Send send)
    {
        var connection = send.Connection;
        if (connection.Node is null || !_leases.ContainsKey(connection.Lease))
        {
            return;
        }

        if (send.Call.Key is { } work)
        {
            Claim(connection, work);
        }

        Tell(connection, send.Call);
    }

    /// <summary>Work that a node did or does already is taken from there, and not given to another: the two change places.</summary>
    private void Claim(LeaseConnection connection, string work)
    {
        var here = new Place(connection.Node!, connection.Slot);
        if (_kept.Find(work) is { } there && MayChange(connection, here, there))
        {
            _note($"Node '{there.Node.Name}' went on while it was cut off; what it did is taken.");
            _kept.Forget(there);
            if (there != here)
            {
                Exchange(here, there);
            }
        }
        else
        {
            _kept.Forget(here);
        }
    }

    /// <summary>Each is to be where its work may be done.</summary>
    private static bool MayChange(LeaseConnection connection, Place here, Place there) => there == here
        || (connection.Nodes.MayUse(there.Node)
            && (there.Holder is null || (!there.Holder.IsBusy && there.Holder.Nodes.MayUse(here.Node))));

    private void Exchange(Place one, Place other)
    {
        var (first, second) = (Leave(one), Leave(other));
        foreach (var (connection, place) in new[] { (first, other), (second, one) })
        {
            if (connection is not null)
            {
                Put(connection, place);
                connection.Sent.ToList().ForEach(call => Tell(connection, call));
            }
        }
    }

    private LeaseConnection? Leave(Place place)
    {
        if (place.Holder is not { } connection)
        {
            return null;
        }

        _leases.Remove(connection.Lease);
        place.Node.Actor.Tell(new Release(connection.Lease, Keep: true));
        (place.Holder, place.Node.IsFree[place.Slot]) = (null, false);
        Changed(place.Node);
        return connection;
    }

    private void Put(LeaseConnection connection, Place place)
    {
        place.Holder = connection;
        Changed(place.Node);
        _leases[++_lastNumber] = connection;
        connection.Grant(_lastNumber, place);
    }

    private static void Tell(LeaseConnection connection, PendingCall call)
    {
        call.Message = connection.Addressed(call.Message);
        connection.Node!.Actor.Tell(call.Message);
    }

    private NodeEntry? BestFor(LeaseConnection connection) =>
        _withRoom.Where(connection.Nodes.MayUse).MaxBy(node => node.Free);

    private void OnGone(IActorRef actor, string reason)
    {
        if (!_nodes.Remove(actor, out var node))
        {
            return;
        }

        _note($"Node '{node.Name}' is gone; what it was to do is given to others.");
        _kept.Forget(node);
        Lose(node, reason, "the node is gone");
    }

    private void Lose(NodeEntry node, string reason, string reasonOfWork)
    {
        _busy.Forget(node);
        _withRoom.Remove(node);
        _watchers.ForEach(told => told(new NodeHappened(node.Ref, new NodeLeft(reason))));
        foreach (var connection in node.Slots.OfType<LeaseConnection>())
        {
            _leases.Remove(connection.Lease);
            connection.Lose(reasonOfWork, node.Ref);
        }

        SayWhoWaits();
    }

    private void SayWhoWaits()
    {
        foreach (var one in _waiting.DistinctBy(connection => connection.Nodes))
        {
            SayThatItWaits(one);
        }
    }

    private void SayThatItWaits(LeaseConnection connection)
    {
        if (connection.Nodes.Waits(_nodes.Values) is { } sentence)
        {
            _note(sentence);
        }
    }
}
