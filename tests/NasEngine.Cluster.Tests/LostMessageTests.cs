using Akka.Actor;
using NasEngine.Cluster.Contents;
using NasEngine.Cluster.Coordinating;
using NasEngine.Cluster.Membership;
using NasEngine.Cluster.Messages;
using NasEngine.Pipeline.Records;
using NasEngine.Pipeline.Workers;
using NasEngine.Pipeline.Workers.Protocol;
using NasEngine.Search;

namespace NasEngine.Cluster.Tests;

/// <summary>Messages that are lost, late or doubled between a coordinator and a node that the test plays.</summary>
public sealed class LostMessageTests : IAsyncDisposable
{
    private readonly ActorSystem _system = ClusterSystem.Start("127.0.0.1", 0, ClusterSystem.CoordinatorRole, null);
    private readonly string _folder = Directory.CreateTempSubdirectory("nas-lost-").FullName;
    private readonly IActorRef _coordinator;
    private readonly CoordinatorLinks _links;
    private readonly Inbox _node;

    public LostMessageTests()
    {
        Action<string> note = _ => { };
        _coordinator = _system.ActorOf(Props.Create(() => new CoordinatorActor(TestCluster.Versions, 100, note, TimeProvider.System)));
        var link = new CoordinatorLink(_system, _coordinator);
        _links = new CoordinatorLinks(link, () => link, _ => { }, note, TimeProvider.System);
        _node = Inbox.Create(_system);
        Say(new Hello(TestCluster.Versions.Engine, TestCluster.Versions.Contracts, WorkerProtocol.Version, "played", 1));
        Next().Should().BeOfType<Welcome>();
    }

    [Fact]
    public async Task A_message_that_a_node_does_not_know_of_is_sent_again()
    {
        var starting = Started();
        var sent = Next().Should().BeOfType<ToSlot>().Subject;

        Beat(sent.Lease);
        Next().Should().BeOfType<Heard>("it may still be on its way");
        Beat(sent.Lease);
        Next().Should().BeEquivalentTo(sent);
        Next().Should().BeOfType<Heard>();
        Beat(sent.Lease, sent.Job);
        Next().Should().BeOfType<Heard>("the node has it");

        Answer(sent);
        (await starting).Should().Equal(7);
    }

    [Fact]
    public async Task An_answer_that_comes_twice_counts_once_and_one_of_an_ended_lease_never()
    {
        var starting = Started();
        var sent = Next().Should().BeOfType<ToSlot>().Subject;

        Answer(sent);
        Next().Should().Be(new Taken(sent.Lease, sent.Job));
        Answer(sent);
        Next().Should().Be(new Taken(sent.Lease, sent.Job), "else the node would say it for ever");
        (await starting).Should().Equal(7);
        Answer(sent with { Lease = sent.Lease - 1 });
        Next().Should().Be(new Taken(sent.Lease - 1, sent.Job));
    }

    [Fact]
    public void A_node_that_works_for_a_lease_of_nobody_is_told_to_stop()
    {
        Beat(lease: 99, 1);

        Next().Should().Be(new Release(99));
    }

    [Fact]
    public void A_stranger_who_says_nothing_of_himself_is_not_heard()
    {
        var stranger = Inbox.Create(_system);
        stranger.Send(_coordinator, new Beat([new SlotRecord(0, 99, [])]));
        stranger.Send(_coordinator, new Hello("0", "0", 0, "stranger", 1));

        stranger.Receive().Should().BeOfType<Refused>("the beat before it was not answered");
    }

    [Fact]
    public async Task A_node_that_says_nothing_is_given_up_with_what_it_was_to_do_and_one_that_says_something_is_not()
    {
        var left = new TaskCompletionSource<NodeLeft>();
        var starting = Started();
        var sent = Next().Should().BeOfType<ToSlot>().Subject;
        _coordinator.Tell(new Watch(happened => _ = happened.News is NodeLeft gone && left.TrySetResult(gone)));

        Pass(Silence.OfReachable / 2);
        Beat(sent.Lease, sent.Job);
        Next().Should().BeOfType<Heard>();
        Pass(Silence.OfReachable / 2);
        Beat(sent.Lease, sent.Job);
        Next().Should().BeOfType<Heard>("it was heard of between");
        Pass(Silence.OfReachable);

        (await left.Task).Reason.Should().Be($"It was not heard of for {Silence.OfReachable} seconds.");
        (await starting.Invoking(start => start).Should().ThrowAsync<WorkerLost>()).Which.Node.Should().NotBeNull("it costs no attempt");
    }

    private void Pass(int seconds)
    {
        for (var second = 0; second < seconds; second++)
        {
            _coordinator.Tell(new SecondPassed());
        }
    }

    public async ValueTask DisposeAsync()
    {
        await _links.DisposeAsync();
        Directory.Delete(_folder, recursive: true);
    }

    private Task<byte[]> Started()
    {
        var starting = Another().StartAsync(new Configure(WorkerProtocol.Version, new TestSpec().Record, [], null), default);
        Beat(lease: 0);
        Next().Should().BeOfType<Heard>();
        return starting;
    }

    private LeaseConnection Another() =>
        new(_links, new ContentShelf(), new ContentCache(_folder, 0), _ => [], new SearchNodes(false));

    private void Beat(long lease, params long[] jobs) => Say(new Beat([new SlotRecord(0, lease, jobs)]));

    private void Answer(ToSlot asked) =>
        Say(new FromSlot(asked.Lease, asked.Job, RecordBytes.Write<IFromWorker>(new Done(asked.Job, [7])), []));

    private void Say(object message) => _node.Send(_coordinator, message);

    private object Next() => _node.Receive();
}
