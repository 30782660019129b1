using System.Globalization;
using System.Security.Cryptography;
using System.Text;
using NasEngine.Networks;

namespace NasEngine.Spaces.Tests;

/// <summary>
/// Every row of the published tables. Where those are not there, digests of all our figures, recorded when they agreed with
/// every row, say whether a figure has changed since.
/// </summary>
public sealed class BenchmarkTableTests
{
    /// <summary>The table's "flops" are multiply-adds of convolutions and linear layers, as ours are.</summary>
    [PublishedTableFact(PublishedTableFactAttribute.NasBenchMacro)]
    public void All_6561_networks_of_NAS_Bench_Macro_have_the_tables_parameters_and_multiply_adds()
    {
        var rows = SharedData.Rows(PublishedTableFactAttribute.NasBenchMacro);
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
    [PublishedTableFact(PublishedTableFactAttribute.NasBench201)]
    public void All_9445_networks_of_NAS_Bench_201_have_the_tables_parameters_and_operations()
    {
        var rows = SharedData.Rows(PublishedTableFactAttribute.NasBench201);
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

    [Theory]
    [InlineData("nasbench-macro", "672d7cab8462f1cd347a9e2c45dd635f39fa6432d46cd736b20c0cc1033324ac")]
    [InlineData("nasbench201", "587afde1c7ce23d13baf1450d23a5e163d66d4918e037a5635b26260064ca301")]
    public void The_costs_of_all_architectures_are_those_that_agreed_with_the_table(string id, string digest)
    {
        var space = AllSpaces.Make(id);
        var lines = space.Decisions.Enumerate().Select(one =>
            string.Create(CultureInfo.InvariantCulture, $"{space.Format(one)},{space.Cost(one).Parameters},{space.Cost(one).Macs}\n"));

        Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(string.Concat(lines)))).Should().Be(digest);
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
