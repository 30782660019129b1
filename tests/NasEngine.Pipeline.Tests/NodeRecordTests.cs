using NasEngine.Pipeline.Journal;
using NasEngine.Search;

namespace NasEngine.Pipeline.Tests;

public sealed class NodeRecordTests
{
    private static readonly NodeRef Node = new(7L << 40, "big");

    public static TheoryData<NodeNews> News => 
    [
        new CandidateLeft(5, "The node is gone."), new NodeLeft("It ended."), new StartFailed("It has no room."),
        new NodeJoined(new NodeFacts(3, "10.0.0.7:4000", 2, null, "1.0", "2.0", -0.5)),
        new NodeJoined(new NodeFacts(3, "10.0.0.7:4000", 2, "cuda:0", "1.0", "2.0", 0.5) { Tags = "big,gpu", Hardware = "Some Processor" }),
    ];

    [Theory]
    [MemberData(nameof(News))]
    public void News_of_a_node_come_back_from_the_journal(NodeNews news) =>
        EventCodec.Decode(EventCodec.Encode(new NodeHappened(Node, news)), "toy").Should().Be(new NodeHappened(Node, news));
}
