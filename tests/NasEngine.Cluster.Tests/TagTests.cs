using NasEngine.Contracts;

namespace NasEngine.Cluster.Tests;

/// <summary>Work goes to nodes that are for it, and says what it waits for.</summary>
public sealed class TagTests
{
    [Fact(Timeout = 120_000)]
    public async Task Work_for_machines_with_a_tag_waits_for_one_and_says_so_once()
    {
        await using var cluster = new TestCluster();
        var (plain, gpu) = (new FakeWorker(), new FakeWorker());
        var nodes = new SearchNodes(hasOthers: false) { Work = "trials of search 'x'", Wanted = MachineTags.Parse("gpu") };
        await using var first = cluster.Connect(nodes);
        await using var second = cluster.Connect(nodes);
        var waiting = first.StartAsync(cluster.Configure(), default);
        await cluster.Until("Waiting: trials of search 'x' need a node with the tag 'gpu', and none has joined.");
        _ = cluster.Node("plain", () => plain, but: options => options with { Tags = MachineTags.Parse("cpu,big") });
        await cluster.Until("Node 'plain' joined with 1 slot, as 'big,cpu'.");
        _ = second.PlaceAsync(default);
        await using var other = cluster.Connect();
        await other.StartAsync(cluster.Configure(), default);
        using var goes = new CancellationTokenSource();

        _ = cluster.Node("gpu", () => gpu, end: goes.Token, but: options => options with { Tags = MachineTags.Parse("gpu,big") });
        await waiting;

        gpu.Told.Should().ContainSingle();
        plain.Told.Should().ContainSingle("of the work that any node may do");
        cluster.Notes.Count(note => note.StartsWith("Waiting", StringComparison.Ordinal)).Should().Be(1);
        cluster.Coordinator.Busy.Values.Should().Equal(1, 1);
        await goes.CancelAsync();
        await cluster.Until("Waiting: trials of search 'x' need a node with the tag 'gpu', and those that have joined have 'big' and 'cpu'.");
        cluster.Coordinator.Busy.Should().ContainSingle();
    }

    [Fact(Timeout = 120_000)]
    public async Task Nodes_that_a_search_needs_for_other_work_are_left_to_it()
    {
        await using var cluster = new TestCluster();
        _ = cluster.Node("edge", () => new FakeWorker(), slots: 2, but: options => options with { Tags = MachineTags.Parse("edge") });
        await cluster.Until("Node 'edge' joined");
        await using var trains = cluster.Connect(new SearchNodes(hasOthers: false) { Work = "trials", Spared = MachineTags.Parse("edge") });
        await using var measures = cluster.Connect(new SearchNodes(hasOthers: false) { Wanted = MachineTags.Parse("edge") });

        var waiting = trains.PlaceAsync(default);
        await measures.StartAsync(cluster.Configure(), default);

        waiting.IsCompleted.Should().BeFalse();
        await cluster.Until("Waiting: trials need a node, and those that have joined are kept for other work.");
    }
}
