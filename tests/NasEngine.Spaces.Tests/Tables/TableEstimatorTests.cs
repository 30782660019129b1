using System.Collections.Immutable;
using NasEngine.Contracts;
using NasEngine.Plugins.Conformance;
using NasEngine.Spaces.Benchmarks;

namespace NasEngine.Spaces.Tests;

public sealed class TableEstimatorTests
{
    private const string Known = "1 3 relu linear - -";
    private const string Other = "1 5 relu linear - -";

    private static readonly ToySpace Space = new();

    private static readonly string[] Rows =
    [
        TableFile.Header,
        $"0,{Known},80,90;91;92,1.5,0.25,3.5,7",
        $"1,{Other},50,60,,,,",
    ];

    [Theory]
    [InlineData(false)]
    [InlineData(true)]
    public void A_trial_gets_its_row_with_shares_and_the_mean_of_the_seeds(bool compressed)
    {
        using var file = new TableFile(Rows);
        using var table = Open(compressed ? file.Compressed() : file);
        var metrics = Evaluate(table, Known).Metrics;
        metrics["val_accuracy"].Should().Be(0.8);
        metrics["test_accuracy"].Should().BeApproximately(0.91, 1e-15);
        metrics["macs"].Should().Be(1_500_000);
        metrics["params"].Should().Be(250_000);
        metrics["latency_ms"].Should().Be(3.5);
    }

    [Fact]
    public void What_a_row_does_not_say_is_no_metric()
    {
        using var file = new TableFile(Rows);
        using var table = Open(file);
        Evaluate(table, Other).Metrics.Keys.Should().Equal("test_accuracy", "val_accuracy");
    }

    [Fact]
    public void The_latency_column_can_be_chosen()
    {
        using var file = new TableFile(Rows);
        using var table = Open(file, new { Latency = "raspi4_latency_ms" });
        Evaluate(table, Known).Metrics["latency_ms"].Should().Be(7);
    }

    [Fact]
    public void An_architecture_without_a_row_is_a_failed_measurement_that_names_it()
    {
        using var file = new TableFile(Rows);
        using var table = Open(file);
        var failure = Evaluate(table, "1 7 relu linear - -").Failure!;
        failure.Kind.Should().Be(FailureKind.BadArchitecture);
        failure.Message.Should().Contain("no row for '1 7 relu linear - -'");
    }

    [Fact]
    public void A_table_that_lacks_rows_says_how_many_it_has_before_anything_fails()
    {
        using var file = new TableFile([.. Rows, "2,nonsense,80,90,,,,"]);
        using var table = Open(file);
        table.Remarks.Should().SatisfyRespectively(
            strange => strange.Should().Match("1 of the 3 rows of table*of no architecture of space 'toy', such as 'nonsense'."),
            missing => missing.Should().Match("Table*has results of 2 of the 42 architectures of space 'toy'; trials of others fail."));
    }

    [Fact]
    public void A_table_of_another_space_is_refused_at_once()
    {
        using var file = new TableFile(TableFile.Header, "0,00000000,80,90,1,1,1,1");
        FluentActions.Invoking(() => Open(file)).Should().Throw<InputException>()
            .WithMessage("None of the 1 rows of table*space 'toy'; the first is of '00000000', and the space writes '*linear*'.");
    }

    [Fact]
    public void Blanks_around_an_architecture_are_no_part_of_it()
    {
        using var file = new TableFile(TableFile.Header, $"0, {Known} ,80,90,,,,");
        using var table = Open(file);
        Evaluate(table, Known).Metrics["val_accuracy"].Should().Be(0.8);
    }

    [Fact]
    public void Steps_of_a_supernet_need_validation_accuracies()
    {
        using var file = new TableFile("arch,mean_acc,flops,params", $"{Known},80,1,1");
        using var table = Open(file, new { Format = "nas-bench-macro" });
        var step = new SupernetStep("importance", [], [Space.Parse(Known)], ImmutableSortedDictionary<string, double>.Empty);
        table.Invoking(it => it.Evaluate(new Candidate(0, step), NoProgress.Instance, default)).Should().Throw<InputException>()
            .WithMessage("*no validation accuracies*option 'validation'*");
    }

    [Fact]
    public void A_simulated_step_reports_the_negative_log_of_each_paths_accuracy()
    {
        using var file = new TableFile(Rows);
        using var table = Open(file);
        var step = new SupernetStep(
            "importance", [Space.Parse(Other)], [Space.Parse(Known), Space.Parse(Other)], ImmutableSortedDictionary<string, double>.Empty);
        var measurement = table.Evaluate(new Candidate(0, step), NoProgress.Instance, default);
        measurement.Series["train_nll"].Should().Equal(-Math.Log(0.5));
        measurement.Series["val_nll"].Should().Equal(-Math.Log(0.8), -Math.Log(0.5));
        measurement.Metrics["val_accuracy"].Should().Be(0.65);
        measurement.Metrics.Keys.Should().BeSubsetOf(table.Metrics);
    }

    [Fact]
    public void Failures_on_purpose_come_at_their_rate_and_are_the_same_for_the_same_seed_and_number()
    {
        using var file = new TableFile(Rows);
        using var one = Open(file, new { FailureRate = 0.3 });
        using var other = Open(file, new { FailureRate = 0.3 });
        bool Fails(IEstimator table, long number) => Evaluate(table, Known, number).Failure is not null;

        var failed = Enumerable.Range(0, 10_000).Where(number => Fails(one, number)).ToArray();
        failed.Length.Should().BeCloseTo(3000, 200);
        Enumerable.Range(0, 10_000).Reverse().Where(number => Fails(other, number)).Reverse().Should().Equal(failed);
    }

    [PublishedTableFact(PublishedTableFactAttribute.NasBench201)]
    public void The_published_table_has_its_published_facts()
    {
        var table = TableFile.Published(PublishedTableFactAttribute.NasBench201);
        table.Count.Should().Be(15_625);
        var skips = table.Rows["|skip_connect~0|+|skip_connect~0|skip_connect~1|+|skip_connect~0|skip_connect~1|skip_connect~2|"];
        Math.Round(100 * skips.TestAccuracy, 2).Should().Be(54.30);
        Math.Round(100 * table.Rows.Values.Max(row => row.TestAccuracy), 2).Should().Be(94.37);
    }

    private static Measurement Evaluate(IEstimator table, string architecture, long number = 0)
    {
        var candidate = new Candidate(number, new Trial(Space.Parse(architecture), Fidelity.Full));
        table.Train(candidate, NoProgress.Instance, default);
        return table.Evaluate(candidate, NoProgress.Instance, default);
    }

    private static IEstimator Open(TableFile file, object? options = null)
    {
        var parts = PluginParts.Of(new BenchmarksPlugin());
        return parts.Create<IEstimator, EstimatorSetup>(
            new ComponentSpec("table", OptionBag.From(options).With("table", file.Path)),
            new EstimatorSetup(Space, null, 7, "cpu", 1, parts) { Budget = new Budget(9) { Steps = 9 } });
    }
}
