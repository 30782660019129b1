using NasEngine.Contracts;
using NasEngine.Host.Tests.Programs;
using NasEngine.Search;

namespace NasEngine.Host.Tests.Reading;

/// <summary>Who worked for a search is known from its journal, after the end of it too.</summary>
public sealed class NodesCommandTests : IDisposable
{
    private static readonly NodeRef Big = new(7, "big"), Again = new(9, "big"), Small = new(8, "small");

    private readonly TempFolder _folder = new();

    public void Dispose() => _folder.Dispose();

    [Fact]
    public void Nodes_are_shown_with_what_they_did_lost_and_failed_at()
    {
        MadeSearch.Write(_folder.Path, MadeSearch.Spec("one"),
        [
            Joined(Big, 1, slots: 4, "cuda:0"), Joined(Small, 1, slots: 1, null, "Some Processor"),
            MadeSearch.Proposed(0, 1), MadeSearch.Proposed(1, 2), MadeSearch.Proposed(2, 3),
            new NodeHappened(Small, new StartFailed("Node 'small': No space left on device.")),
            new NodeHappened(Big, new CandidateLeft(1, "The worker on node 'big' was lost: the node is gone.")),
            new NodeHappened(Big, new NodeLeft("It ended.")),
            Measured(0, Big), Measured(1, Small),
            Joined(Again, 2, slots: 4, "cuda:0"), Measured(2, Again),
        ]);
        MadeSearch.Write(_folder.Path, MadeSearch.Spec("two"), MadeSearch.Interrupted);

        var nodes = Nas.Run(_folder.Path, "nodes", "one", "--json").Succeeded().Json.GetProperty("nodes").EnumerateArray().ToArray();
        var text = Nas.Run(_folder.Path, "nodes", "one").Succeeded().Output.Split('\n');

        nodes.Select(node => (node.GetProperty("name").GetString(), node.GetProperty("done").GetInt32(), node.GetProperty("lost").GetInt32()))
            .Should().Equal(("big", 1, 1), ("small", 1, 0), ("big", 1, 0));
        nodes[0].GetProperty("tags").EnumerateArray().Select(tag => tag.GetString()).Should().Equal("fast", "gpu");
        nodes[0].GetProperty("busy_slots").ValueKind.Should().Be(System.Text.Json.JsonValueKind.Null, "nobody runs the search");
        nodes.Select(node => node.GetProperty("hardware").GetString()).Should().Equal(null, "Some Processor", null);
        text.Should().Contain(line => line.Contains("small") && line.Contains("fast,gpu") && line.Contains("Some Processor"));
        nodes.Select(node => node.GetProperty("left_because").GetString()).Should().Equal("It ended.", "Its coordinator ended.", null);
        nodes[1].GetProperty("failures")[0].GetString().Should().Be("Node 'small': No space left on device.");
        text.Should().Contain(line => line.Contains("big") && line.Contains("10.0.0.7:4000") && line.Contains("cuda:0") && line.Contains("+0.5 s"));
        text.Should().Contain("  small: Node 'small': No space left on device.");
        Nas.Run(_folder.Path, "nodes", "two").Succeeded().Output.Should().Be("No other machine worked for this search.\n");
    }

    private static SearchEvent Joined(NodeRef node, long coordinator, int slots, string? device, string hardware = "") =>
        new NodeHappened(node, new NodeJoined(new NodeFacts(coordinator, "10.0.0.7:4000", slots, device, "1.2.3", "4.5.6", 0.5) { Tags = "fast,gpu", Hardware = hardware }));

    private static SearchEvent Measured(long number, NodeRef node) =>
        ((Measured)MadeSearch.Measured(number, 0.5, 1e6)) with { By = new WorkedBy(1, 2) { Node = node.Id } };
}
