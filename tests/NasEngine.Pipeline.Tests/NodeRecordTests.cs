using NasEngine.Pipeline.Journal;
using NasEngine.Search;

namespace NasEngine.Pipeline.Tests;

public sealed class NodeRecordTests
{
    private static readonly NodeRef Node = new(7L << 40, "big");

    public static TheoryData<NodeNews> News => [new CandidateLeft(5, "The node is gone.")];

    [Theory]
    [MemberData(nameof(News))]
    public void News_of_a_node_come_back_from_the_journal(NodeNews news) =>
        EventCodec.Decode(EventCodec.Encode(new NodeHappened(Node, news)), "toy").Should().Be(new NodeHappened(Node, news));
}
