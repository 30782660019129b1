using System.Globalization;
using NasEngine.Networks;
using Xunit.Abstractions;

namespace NasEngine.Spaces.Tests;

/// <summary>Every row of the published tables.</summary>
public sealed class BenchmarkTableTests(ITestOutputHelper output)
{
    /// <summary>The table's "flops" are multiply-adds of convolutions and linear layers, as ours are.</summary>
    [Fact]
    public void All_6561_networks_of_NAS_Bench_Macro_have_the_tables_parameters_and_multiply_adds()
    {
        if (SharedData.Rows("nasbench_macro.csv.gz", output) is not { } rows)
        {
            return;
        }

        var space = AllSpaces.Make("nasbench-macro");
        rows.Should().HaveCount(6561);
        foreach (var row in rows)
        {
            var cost = space.Cost(space.Parse(row[0]));
            (cost.Parameters, cost.Macs).Should().Be((Whole(row[6]), Whole(row[7])), row[0]);
        }
    }

    /// <summary>
    /// The table counts batch norm too: per convolution of a cell three operations for each output scalar (ReLU and batch
    /// norm), per average pooling nine, and 160,83x for all that lies outside the cells and is neither a convolution nor
    /// linear (found from the table, which has six digits). The rest are multiply-adds as ours. Parameters are as ours.
    /// </summary>
    [Fact]
    public void All_9445_networks_of_NAS_Bench_201_have_the_tables_parameters_and_operations()
    {
        if (SharedData.Rows("nasbench201.csv.gz", output) is not { } rows)
        {
            return;
        }

        var space = AllSpaces.Make("nasbench201");
        var counted = rows.Where(row => row[4].Length > 0).ToArray();
        counted.Should().HaveCount(9445);
        foreach (var row in counted)
        {
            var architecture = space.Parse(row[1]);
            var network = space.Describe(architecture);
            var convolutions = Scalars(network, node => node.Operation is Convolution && node.Block.Contains("edge", StringComparison.Ordinal));
            var poolings = Scalars(network, node => node.Operation is Pool && node.Block.Contains("edge", StringComparison.Ordinal));
            var operations = network.Macs + 3 * convolutions + 9 * poolings + 160_830;

            SameDigits(operations / 1e6, row[4], 5e-6).Should().BeTrue("{0} has {1} M operations, the table {2}", row[1], operations / 1e6, row[4]);
            SameDigits(network.Parameters / 1e6, row[5], 0).Should().BeTrue("{0} has {1} parameters, the table {2} M", row[1], network.Parameters, row[5]);
        }
    }

    [Fact]
    public void NAS_Bench_201_has_15625_cells_and_6466_different_ones()
    {
        var space = AllSpaces.Make("nasbench201");

        ((int)space.Decisions.Size).Should().Be(15_625);
        space.Decisions.Enumerate().Select(space.Canonical).Distinct().Count().Should().Be(6_466);
    }

    private static long Scalars(NetworkSpec network, Func<Node, bool> choose) => network.Nodes.Where(choose).Sum(node => node.Shape.Count);

    private static long Whole(string text) => long.Parse(text, CultureInfo.InvariantCulture);

    /// <summary>Whether a value is the table's, which is rounded to six significant digits.</summary>
    private static bool SameDigits(double value, string table, double slack)
    {
        var shown = double.Parse(table, CultureInfo.InvariantCulture);
        var unit = Math.Pow(10, Math.Floor(Math.Log10(shown)) - 5);
        return Math.Abs(value - shown) <= unit / 2 * (1 + 1e-9) + slack;
    }
}
