using NasEngine.Contracts;

namespace NasEngine.Spaces.Tests;

/// <summary>The costs of cells are sums of looked-up parts; the graph is the oracle.</summary>
public sealed class CellCostTests
{
    [Theory]
    [InlineData("darts", 3, 32)]
    [InlineData("darts", 7, 30)]
    [InlineData("enas", 3, 32)]
    [InlineData("enas", 8, 33)]
    [InlineData("pnas", 4, 31)]
    [InlineData("pnas", 9, 32)]
    public void The_sum_of_the_parts_is_the_cost_of_the_graph(string id, int cells, int size)
    {
        var space = AllSpaces.Make(id, ("scale", "mini"), ("cells", $"{cells}"), ("inputSize", $"{size}"), ("channels", "6"));
        for (var i = 0; i < 100; i++)
        {
            var one = space.Decisions.Sample(RandomSource.For(17, i, id));
            space.Cost(one).Should().Be(space.Describe(one).Cost, one.Key);
        }
    }

    /// <summary>Nodes that read the cell before the last alone leave every second cell out.</summary>
    [Theory]
    [InlineData("enas")]
    [InlineData("pnas")]
    public void Cells_that_nothing_reads_cost_nothing(string id)
    {
        var space = AllSpaces.Make(id, ("scale", "mini"), ("cells", "7"));
        for (var source = 0; source < 2; source++)
        {
            int[] values = [.. space.Decisions.Decisions.Select(decision => decision.Name.Contains("source", StringComparison.Ordinal) ? source : 1)];
            var one = space.Decisions.Architecture(values);

            space.Cost(one).Should().Be(space.Describe(one).Cost, "all read input {0}", source);
        }
    }
}
