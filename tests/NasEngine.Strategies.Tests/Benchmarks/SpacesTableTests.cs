using NasEngine.Benchmarks;
using NasEngine.Benchmarks.OneShot;
using NasEngine.Contracts;

namespace NasEngine.Strategies.Tests.Benchmarks;

/// <summary>The table of FP-NAS on the paper's spaces, in small.</summary>
public sealed class SpacesTableTests
{
    [Fact]
    public void The_fixed_number_of_samples_is_the_one_that_the_adaptive_one_begins_with()
    {
        var table = new SpacesTable();
        var cases = Cases(table, "--steps", "4", "--seeds", "3").ToArray();
        var rows = table.Finish([.. cases.Where(one => one.Key.StartsWith("fbnetv2-f ", StringComparison.Ordinal)).Select(one => one.Measure())]);

        cases.Select(one => one.Key).Should().OnlyHaveUniqueItems().And.HaveCount(3 * 4);
        rows.Should().HaveCount(4).And.OnlyContain(row => row.Keys.SequenceEqual(rows[0].Keys) && row["first_samples"].Equals(14L), "λ = ¼ is the paper's 14 on F");
        rows[0].Should().Contain("samples", 4 * 14L).And.Contain("fewer_samples", 0.0);
    }

    [Fact]
    public void The_best_and_the_mean_of_a_planted_loss_are_those_of_all_architectures()
    {
        var space = new WidthSpace();
        var quality = new PlantedQuality(space.Decisions, seed: 1);
        double[] losses = [.. space.Decisions.Enumerate().Select(quality.Loss)];

        quality.Least.Should().BeApproximately(losses.Min(), 1e-12);
        quality.Mean.Should().BeApproximately(losses.Average(), 1e-9);
        losses.Distinct().Count().Should().BeGreaterThan(losses.Length / 2);
    }

    private static IEnumerable<BenchmarkCase> Cases(IBenchmarkTable table, params string[] args) =>
        table.Cases(BenchmarkArguments.Read(table.Options, args));
}
