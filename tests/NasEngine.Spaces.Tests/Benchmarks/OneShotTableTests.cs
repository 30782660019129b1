using NasEngine.Benchmarks;
using NasEngine.Benchmarks.OneShot;

namespace NasEngine.Spaces.Tests.Benchmarks;

/// <summary>Tables of <c>nas bench oneshot</c>, in small.</summary>
public sealed class OneShotTableTests
{
    [PublishedTableFact(PublishedTableFactAttribute.TfNas)]
    public void TF_NAS_is_never_over_a_target_of_the_published_table_when_it_scales_widths_and_off_it_when_not()
    {
        BenchmarkCase[] cases = [.. Cases(new TfNasTable(), "--steps", "90", "--seeds", "1")];
        var rows = cases.Where(one => one.Key.Contains(" 60 ")).Select(one => one.Measure()).ToArray();

        cases.Should().HaveCount(10);
        rows.Should().HaveCount(2);
        double[] Gaps(string method) => [.. rows.Where(row => row["method"].Equals(method)).Select(row => (double)row["gap_ms"])];
        Gaps("tf-nas").Should().OnlyContain(gap => gap <= 0);
        Gaps("tf-nas").Average().Should().BeGreaterThan(-0.2);
        Gaps("tf-nas, widths as they are").Average(Math.Abs).Should().BeGreaterThan(1);
    }

    [Fact]
    public void A_step_of_channel_masks_runs_as_many_operations_whatever_the_widths_and_keeps_little_more()
    {
        var (one, four, sixteen) = (Count("dmasking, 1 width"), Count("dmasking, 4 widths"), Count("dmasking, 16 widths"));

        four.Operations.Should().Be(one.Operations);
        sixteen.Operations.Should().Be(one.Operations);
        sixteen.Megabytes.Should().Be(four.Megabytes).And.BeLessThan(1.6 * one.Megabytes);
    }

    [Fact]
    public void A_step_of_all_choices_runs_and_keeps_several_times_what_one_of_single_choices_does()
    {
        var (all, nasp, chosen) = (Count("darts"), Count("nasp, slopes of all"), Count("nasp, slopes of the chosen"));

        all.Operations.Should().BeGreaterThan(2 * chosen.Operations);
        all.Megabytes.Should().BeGreaterThan(2 * chosen.Megabytes);
        nasp.Operations.Should().Be((all.Operations + chosen.Operations) / 2);
        Count("gdas").Should().Be(chosen);
        Count("single path").Operations.Should().Be(chosen.Operations / 2);
    }

    private static (int Operations, double Megabytes) Count(string name) => StepWorkload.Count(name, batch: 2);

    private static IEnumerable<BenchmarkCase> Cases(IBenchmarkTable table, params string[] args) =>
        table.Cases(BenchmarkArguments.Read(table.Options, args));
}
