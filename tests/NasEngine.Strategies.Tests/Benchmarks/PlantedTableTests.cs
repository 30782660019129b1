using NasEngine.Benchmarks;
using NasEngine.Benchmarks.OneShot;
using NasEngine.Contracts;

namespace NasEngine.Strategies.Tests.Benchmarks;

/// <summary>The table of planted pairs of <c>nas bench oneshot</c>, in small.</summary>
public sealed class PlantedTableTests
{
    private static readonly string[] InAllRows = ["method", "seed", "samples", "seconds", "test_accuracy"];

    [Fact]
    public void Every_case_has_a_row_with_the_same_columns_and_a_key_of_its_own()
    {
        BenchmarkCase[] cases = [.. Cases(new PlantedTable(), "--steps", "2", "--seeds", "3")];
        var rows = cases.Select(one => one.Measure()).ToArray();

        cases.Select(one => one.Key).Should().OnlyHaveUniqueItems().And.HaveCount(2 * 3 * 8);
        rows.Should().OnlyContain(row => row.Keys.SequenceEqual(rows[0].Keys));
        rows[0].Keys.Should().Contain(InAllRows);
        rows.Should().OnlyContain(row => row["seed"].Equals(3) && (long)row["samples"] >= 8);
    }

    [Fact]
    public void Before_the_first_step_a_best_pair_is_as_likely_as_any()
    {
        var row = Cases(new PlantedTable(), "--steps", "2", "--seeds", "1").First(one => one.Key.StartsWith("small Misleading 0.01", StringComparison.Ordinal)).Measure();

        ((double)row["log10_pair"]).Should().BeApproximately(-Math.Log10(16), 1e-12);
    }

    [Fact]
    public void Planted_layers_are_best_where_all_is_and_only_those_that_mislead_have_worse_halves_than_nothing()
    {
        foreach (var planted in Enum.GetValues<Planted>())
        {
            var space = new PlantedLayers(planted, 1, 3, 4, 4);
            double Loss(params int[] values) => space.Loss(space.Decisions.Architecture(values));

            Loss(0, 0, 0).Should().Be(0);
            Loss(2, 0, 0).Should().Be(0.1);
            (Loss(0, 0, 1) > Loss(0, 2, 1)).Should().Be(planted == Planted.Misleading);
            Loss(0, 3, 0).Should().Be(Loss(0, 0, 3));
            space.BestPairs(space.Decisions.Architecture([1, 0, 0])).Should().Be(1);
            space.BestPairs(space.Decisions.Architecture([0, 0, 1])).Should().Be(0);
        }
    }

    private static IEnumerable<BenchmarkCase> Cases(IBenchmarkTable table, params string[] args) =>
        table.Cases(BenchmarkArguments.Read(table.Options, args));
}
