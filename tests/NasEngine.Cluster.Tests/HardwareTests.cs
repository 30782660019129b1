using NasEngine.Search;

namespace NasEngine.Cluster.Tests;

/// <summary>Last digits depend on what a machine computes on: who has which is on record, and another kind is told once.</summary>
public sealed class HardwareTests
{
    [Fact(Timeout = 120_000)]
    public async Task A_node_of_another_kind_is_told_once_and_all_are_on_record()
    {
        await using var cluster = new TestCluster();
        List<NodeHappened> happened = [];
        using var watch = cluster.Coordinator.Watch(one =>
        {
            lock (happened)
            {
                happened.Add(one);
            }
        });

        foreach (var (name, hardware) in new[] { ("like", "Ours"), ("old", ""), ("first", "Theirs"), ("second", "Theirs") })
        {
            _ = cluster.Node(name, () => new FakeWorker(), versions: TestCluster.Versions with { Hardware = hardware });
            await cluster.Until($"Node '{name}' joined");
        }

        await cluster.Until("Node 'first' computes on Theirs and this machine on Ours: what is trained there may end in other last digits.");
        cluster.Notes.Should().ContainSingle(note => note.Contains("computes on"));
        lock (happened)
        {
            happened.Select(one => (one.Node.Name, (one.News as NodeJoined)?.Facts.Hardware))
                .Should().Equal(("like", "Ours"), ("old", ""), ("first", "Theirs"), ("second", "Theirs"));
        }
    }
}
