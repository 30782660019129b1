using NasEngine.Contracts;
using NasEngine.Networks.Pictures;

namespace NasEngine.Networks.Tests.Description;

public sealed class RecurrentTests
{
    /// <summary>A product of both matrices with the input, and one of both with a state per node, at each place.</summary>
    [Theory]
    [InlineData(1, 5, 7, 9)]
    [InlineData(4, 8, 3, 1)]
    public void Costs_are_those_of_the_closed_form(int nodes, int inputs, int channels, int places)
    {
        var spec = NetworkSpec.From(new FeatureShape(inputs, 1, places)).Recur("r", channels, Chain(nodes)).Build();

        spec.Parameters.Should().Be((2 * channels * inputs) + (nodes * 2 * channels * channels));
        spec.Weights.Sum(weight => weight.Count).Should().Be(spec.Nodes[1].Operation.ParameterCount);
        spec.Macs.Should().Be(places * spec.Parameters);
        spec.Output.Should().Be(new FeatureShape(channels, 1, places));
    }

    /// <summary>
    /// DARTS's network for Penn Treebank (arXiv 1806.09055, section 3.2 and table 3): a node of the input and eight more, 850 units, 10,000
    /// words whose embeddings are those of the output, which has a bias of its own.
    /// </summary>
    [Fact]
    public void The_cell_of_DARTS_makes_the_23_million_parameters_of_its_publication()
    {
        var encoder = NetworkSpec.From(new FeatureShape(1, 1, 35)).Embed("words", 10_000, 850).Recur("cell", 850, Chain(9)).Build();

        (encoder.Parameters + 10_000).Should().Be(22_960_000);
    }

    [Fact]
    public void A_weight_goes_with_the_pair_of_nodes_and_not_with_the_function()
    {
        string[] Names(string cell) => [.. Network(cell).Weights.Select(weight => weight.Name)];

        Names("0:tanh,1:relu,1:identity").Should().Equal("r.input.weight", "r.node1.from0.weight", "r.node2.from1.weight", "r.node3.from1.weight");
        Names("0:relu,1:tanh,1:tanh").Should().Equal(Names("0:tanh,1:relu,1:identity"));
        Names("0:tanh,1:relu,2:identity").Except(Names("0:tanh,1:relu,1:identity")).Should().Equal("r.node3.from2.weight");
    }

    [Theory]
    [InlineData("0:tanh,1:relu,1:tanh,3:relu", "0:tanh,1:tanh,1:relu,2:relu")]
    [InlineData("0:tanh,1:tanh,1:tanh,2:relu,3:sigmoid", "0:tanh,1:tanh,1:tanh,2:sigmoid,3:relu")]
    public void Cells_that_are_one_tree_are_one_network(string one, string other)
    {
        RecurrentCell.Parse(one).Should().NotBe(RecurrentCell.Parse(other));
        RecurrentCell.Parse(one).Canonical().Should().Be(RecurrentCell.Parse(other).Canonical());
        RecurrentCell.Parse(one).Canonical().Canonical().Should().Be(RecurrentCell.Parse(one).Canonical());
        Network(one).Hash().Should().Be(Network(other).Hash());
    }

    [Fact]
    public void Cells_that_are_different_trees_are_different_networks()
    {
        string[] cells = ["0:tanh,1:relu,1:relu", "0:tanh,1:relu,2:relu", "0:tanh,1:relu,1:tanh", "0:relu,1:relu,1:relu", "0:tanh,1:relu"];

        cells.Select(cell => Network(cell).Hash()).Should().OnlyHaveUniqueItems();
    }

    [Theory]
    [InlineData("1:tanh", "node 1 of a recurrent cell reads 1; the first node reads 0, the input and the last state.")]
    [InlineData("0:tanh,0:relu", "node 2 of a recurrent cell reads 0; it must read one of the nodes 1 to 1.")]
    [InlineData("0:tanh,1:relu,3:relu", "node 3 of a recurrent cell reads 3; it must read one of the nodes 1 to 2.")]
    [InlineData("0:tanh,1", "'1' is no node of a recurrent cell; it must be the number of a node and a non-linearity, such as 1:tanh.")]
    [InlineData("0:tanhh", "Unknown activation 'tanhh': did you mean 'tanh'?")]
    public void A_cell_that_cannot_be_is_refused(string text, string message) =>
        FluentActions.Invoking(() => RecurrentCell.Parse(text)).Should().Throw<InputException>().WithMessage(message);

    [Fact]
    public void An_input_of_other_channels_is_refused_with_the_place() =>
        FluentActions.Invoking(() => NetworkSpec.From(new FeatureShape(3, 1, 4)).At("encoder").Then(new Recurrent("r", 2, 5, Chain(1))))
            .Should().Throw<InputException>().WithMessage("In encoder: recurrent 'r' of 5 channels takes 2 and was given 3×1×4; it must have at least 1.");

    [Fact]
    public void A_latency_key_says_how_many_nodes_there_are_since_a_table_cannot_hold_all_cells()
    {
        var network = Network("0:tanh,1:relu,1:identity");

        network.LatencyKey(network.Nodes[1]).Should().Be("recurrent in=2 channels=3 nodes=3 2×1×4");
    }

    [Fact]
    public void A_picture_shows_what_each_node_does_and_reads()
    {
        var picture = NetworkPicture.Svg(Network("0:tanh,1:relu,1:identity"), "a cell");

        picture.Should().ContainAll("1 tanh of input, state", "2 relu of 1", "3 identity of 1", "mean of 2, 3 → 3");
    }

    private static RecurrentCell Chain(int nodes) =>
        new([.. Enumerable.Range(0, nodes).Select(source => new RecurrentNode(source, ActivationKind.Tanh))]);

    private static NetworkSpec Network(string cell) => NetworkSpec.From(new FeatureShape(2, 1, 4)).Recur("r", 3, RecurrentCell.Parse(cell)).Build();
}
