using Akka.Actor;
using Akka.Event;
using NasEngine.Cluster.Contents;
using NasEngine.Cluster.Coordinating;
using NasEngine.Cluster.Messages;
using NasEngine.Contracts;
using NasEngine.Pipeline.Records;
using NasEngine.Pipeline.Workers;
using NasEngine.Pipeline.Workers.Protocol;

namespace NasEngine.Cluster.Tests;

/// <summary>What becomes of a search whose part in the cluster ends.</summary>
public sealed class CoordinatorLinksTests : IAsyncDisposable
{
    private readonly string _folder = Directory.CreateTempSubdirectory("nas-links-").FullName;
    private readonly List<CoordinatorLink> _begun = [];
    private readonly List<CoordinatorLink> _told = [];
    private readonly TaskCompletionSource<string> _noted = new();
    private readonly CoordinatorLinks _links;
    private int _refusals = 1;

    public CoordinatorLinksTests() => _links = new CoordinatorLinks(Begin(), Again, _told.Add, _noted.SetResult, TimeProvider.System);

    [Fact]
    public async Task Who_has_a_node_loses_it_at_no_attempts_cost_and_who_waits_for_one_gets_one_of_the_next()
    {
        var (one, other) = (Connection(), Connection());
        var placed = one.PlaceAsync(default);
        Join(_begun[0]);
        await placed;
        var starting = one.StartAsync(new Configure(WorkerProtocol.Version, new TestSpec().Record, [], null), default);
        var waiting = other.PlaceAsync(default);

        _begun[0].System.EventStream.Publish(new Warning("here", GetType(), "it fell"));
        await _begun[0].System.Terminate();

        (await starting.Invoking(start => start).Should().ThrowAsync<WorkerLost>()).Which.Node!.Name.Should().Be("played");
        (await _noted.Task).Should().Be(
            "This coordinator's part in the cluster has ended (it fell); it begins another one, and nodes come back to it.");
        var next = await _links.CurrentAsync(default);
        next.Should().BeSameAs(_begun[1], "it is tried again where its address is not free yet");
        Join(next);
        await waiting;
        other.Node!.Name.Should().Be("played");
        _told.Should().Equal(next);
    }

    [Fact]
    public async Task One_that_is_ended_is_not_begun_again()
    {
        await _links.DisposeAsync();

        _begun.Should().ContainSingle();
        _noted.Task.IsCompleted.Should().BeFalse();
    }

    public async ValueTask DisposeAsync()
    {
        await _links.DisposeAsync();
        Directory.Delete(_folder, recursive: true);
    }

    private LeaseConnection Connection() => new(_links, new ContentShelf(), new ContentCache(_folder, 0), _ => [], new SearchNodes(false));

    private static void Join(CoordinatorLink link)
    {
        var node = Inbox.Create(link.System);
        node.Send(link.Actor, new Hello(TestCluster.Versions.Engine, TestCluster.Versions.Contracts, WorkerProtocol.Version, "played", 1));
        node.Receive().Should().BeOfType<Welcome>();
        node.Send(link.Actor, new Beat([new SlotRecord(0, 0, [])]));
    }

    private CoordinatorLink Again() => _refusals-- > 0 ? throw new InputException("it is not free") : Begin();

    private CoordinatorLink Begin()
    {
        var system = ActorSystem.Create("links");
        Action<string> note = _ => { };
        var link = new CoordinatorLink(
            system, system.ActorOf(Props.Create(() => new CoordinatorActor(TestCluster.Versions, 100, note, TimeProvider.System))));
        _begun.Add(link);
        return link;
    }
}
