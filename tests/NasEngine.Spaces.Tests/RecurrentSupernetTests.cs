using NasEngine.Contracts;
using NasEngine.Networks;
using TorchSharp;

namespace NasEngine.Spaces.Tests;

/// <summary>The weights that ENAS's recurrent cells share.</summary>
public sealed class RecurrentSupernetTests
{
    private static readonly INetworkSpace Space = AllSpaces.Make("enas-rnn", ("scale", "mini"));

    [Fact]
    public void There_is_a_matrix_per_pair_of_nodes_and_one_of_the_input() => SupernetWeights.Of(Space)
        .Where(weight => weight.Name.StartsWith("encoder.cell", StringComparison.Ordinal)).Select(weight => weight.ToString()).Should().Equal(
            "encoder.cell.input.weight [16, 8]", "encoder.cell.node1.from0.weight [16, 8]",
            "encoder.cell.node2.from1.weight [16, 8]",
            "encoder.cell.node3.from1.weight [16, 8]", "encoder.cell.node3.from2.weight [16, 8]",
            "encoder.cell.node4.from1.weight [16, 8]", "encoder.cell.node4.from2.weight [16, 8]", "encoder.cell.node4.from3.weight [16, 8]");

    [Fact]
    public void A_path_computes_what_its_own_network_does_and_moves_the_pairs_that_it_has()
    {
        using var scope = torch.NewDisposeScope();
        using var supernet = new Supernet(Space, seed: 3, torch.CPU, threads: 1);
        var path = Space.Parse("tanh|i1_relu|i1_identity|i3_sigmoid");
        var tokens = torch.tensor(Enumerable.Range(0, 5 * 16).Select(place => (float)(place % 16 < 9 ? place * 7 % 64 : 0)).ToArray(), [5, 1, 1, 16]);
        using var alone = supernet.Slice(path, [tokens.clone()]);
        alone.eval();
        var own = alone.forward(tokens).data<float>().ToArray();

        supernet.Backward([path], new Batch(tokens, torch.tensor(new long[] { 0, 1, 0, 1, 1 })), (_, result) =>
        {
            result.Logits.data<float>().ToArray().Should().Equal(own);
            result.Weights.Where(one => one.Gradient.abs().max().item<float>() > 0).Select(one => one.Weight.Name)
                .Where(name => name.Contains("node", StringComparison.Ordinal)).Should().BeEquivalentTo(
                    "encoder.cell.node1.from0.weight", "encoder.cell.node2.from1.weight", "encoder.cell.node3.from1.weight", "encoder.cell.node4.from3.weight");
        }, default);
    }
}
