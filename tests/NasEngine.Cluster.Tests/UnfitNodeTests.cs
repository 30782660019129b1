using NasEngine.Cluster.Contents;
using NasEngine.Contracts;
using NasEngine.Pipeline.Records;
using NasEngine.Pipeline.Workers;
using NasEngine.Pipeline.Workers.Protocol;

namespace NasEngine.Cluster.Tests;

/// <summary>What one node cannot do is done elsewhere; what none can ends the search.</summary>
public sealed class UnfitNodeTests
{
    [Theory]
    [InlineData(true, "Node 'poor': No such images. It gets no work of this search until it joins again.")]
    [InlineData(false, "Node 'poor': it was killed. It gets no work of this search for 60 seconds.")]
    public async Task A_node_that_cannot_is_set_aside_at_no_cost_and_another_one_does_it(bool isInput, string sentence)
    {
        await using var cluster = new TestCluster();
        var (nodes, other) = (new SearchNodes(hasOthers: false), new FakeWorker());
        var poor = new FakeWorker { Unfit = isInput ? new InputException("No such images.") : new WorkerLost("it was killed") };
        _ = cluster.Node("poor", () => poor, slots: 2);
        await using var first = cluster.Connect(nodes);
        await first.PlaceAsync(default);
        _ = cluster.Node("rich", () => other);
        await cluster.Until("Node 'rich' joined");

        var starting = async () => await first.StartAsync(cluster.Configure(), default);
        var lost = (await starting.Should().ThrowAsync<WorkerLost>()).Which;
        await using var second = cluster.Connect(nodes);
        await second.StartAsync(cluster.Configure(), default);

        lost.Message.Should().Be(sentence);
        lost.Node!.Name.Should().Be("poor", "then it is no attempt");
        other.Told.Should().ContainSingle("the worker went to the other node, though this one has more room");
        await using var foreign = cluster.Connect();
        var alone = async () => await foreign.StartAsync(cluster.Configure(), default);
        (await alone.Should().ThrowAsync<WorkerLost>("other searches may have what they need there")).Which.Node!.Name.Should().Be("poor");
    }

    [Fact]
    public async Task What_several_nodes_and_none_else_say_is_said_the_first_is_no_measure_and_what_this_machine_can_do_goes_on()
    {
        await using var cluster = new TestCluster();
        _ = cluster.Node("poor", () => new FakeWorker { Unfit = new InputException("No such images.") }, slots: 2);
        var nodes = new SearchNodes(hasOthers: false);
        await using var only = cluster.Connect(nodes);
        await using var next = cluster.Connect(nodes);
        await using var beside = cluster.Connect(new SearchNodes(hasOthers: true));

        var waits = async () => await only.StartAsync(cluster.Configure(), default);
        (await waits.Should().ThrowAsync<WorkerLost>()).Which.Node!.Name.Should().Be("poor");
        await only.DisposeAsync();
        var ends = async () => await next.StartAsync(cluster.Configure(), default);
        _ = next.PlaceAsync(default);
        await cluster.Until("Waiting: workers need another node, and those that have joined cannot do them.");
        _ = cluster.Node("also", () => new FakeWorker { Unfit = new InputException("No such images.") });
        var goesOn = async () => await beside.StartAsync(cluster.Configure(), default);

        await ends.Should().ThrowAsync<InputException>().WithMessage("Node 'also': No such images.");
        (await goesOn.Should().ThrowAsync<WorkerLost>()).Which.Node!.Name.Should().Be("poor");
    }

    [Fact]
    public async Task A_full_disk_is_waited_for_where_there_is_no_other_and_a_file_that_cannot_be_written_is_the_nodes_fault()
    {
        await using var cluster = new TestCluster();
        var node = cluster.Node("poor", () => new FakeWorker());
        await using var only = cluster.Connect(new SearchNodes(hasOthers: false));
        await only.StartAsync(cluster.Configure(), default);
        var full = async () => await only.CallAsync(id => new ProfileNetwork(id, [0]), null, default);
        await full.Should().ThrowAsync<DiskRefused>();

        await using var beside = cluster.Connect(
            new SearchNodes(hasOthers: true), new OfferedFile(ContentPlaces.OfData("a"), Path.Combine(cluster.Folder, "tls", "ca.pem")),
            new OfferedFile(ContentPlaces.OfData("a/b"), Path.Combine(cluster.Folder, "tls", "node.pem")));
        await only.DisposeAsync();
        var start = async () => await beside.StartAsync(cluster.Configure(), default);
        (await start.Should().ThrowAsync<WorkerLost>()).WithMessage("Node 'poor': *60 seconds.").Which.Node!.Name.Should().Be("poor");
    }
}
