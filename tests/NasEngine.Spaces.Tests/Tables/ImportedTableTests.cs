using NasEngine.Contracts;
using NasEngine.Plugins.Conformance;
using NasEngine.Spaces.Benchmarks;

namespace NasEngine.Spaces.Tests;

public sealed class ImportedTableTests : IDisposable
{
    private readonly DirectoryInfo _folder = Directory.CreateTempSubdirectory("nas-imported-");
    private readonly ISearchSpace _space = AllSpaces.Make("mlp");

    public void Dispose() => _folder.Delete(recursive: true);

    [Fact]
    public void A_trial_gets_its_row_with_the_mean_of_several_values_and_without_what_is_empty()
    {
        using var table = Estimator($"architecture,val_accuracy,energy_mj,virtual_seconds\n{Text(0)},0.5;0.7,,12\n{Text(1)},0.25,3.5,4\n");

        Of(table, 0).Metrics.Should().BeEquivalentTo(new Dictionary<string, double> { ["val_accuracy"] = 0.6, ["virtual_seconds"] = 12 });
        Of(table, 1).Metrics.Should().Contain("energy_mj", 3.5);
    }

    [Fact]
    public void With_one_seed_it_gets_one_of_the_values_the_same_for_the_same_candidate()
    {
        using var table = Estimator($"architecture,val_accuracy\n{Text(0)},0.5;0.7;0.9\n", "one");
        var drawn = Enumerable.Range(0, 60).Select(number => Of(table, 0, number).Metrics["val_accuracy"]).ToArray();

        drawn.Distinct().Should().BeEquivalentTo([0.5, 0.7, 0.9]);
        Enumerable.Range(0, 60).Select(number => Of(table, 0, number).Metrics["val_accuracy"]).Should().Equal(drawn);
    }

    [Fact]
    public void One_that_is_not_in_it_fails_by_its_own_fault()
    {
        using var table = Estimator($"architecture,val_accuracy\n{Text(0)},0.5\n");

        Of(table, 1).Failure!.Kind.Should().Be(FailureKind.BadArchitecture);
    }

    [Fact]
    public void A_step_of_a_supernet_is_simulated_by_the_accuracies_of_its_paths()
    {
        using var table = Estimator($"architecture,val_accuracy\n{Text(0)},0.5\n{Text(1)},0.25\n");
        var step = new SupernetStep("importance", [One(0)], [One(1), One(0)], SupernetStep.NoSettings);

        var measured = table.Evaluate(new Candidate(0, step), NoProgress.Instance, default);
        measured.Series[SeriesNames.TrainLosses].Should().Equal(-Math.Log(0.5));
        measured.Series[SeriesNames.ValidationLosses].Should().Equal(-Math.Log(0.25), -Math.Log(0.5));
        measured.Metrics[MetricNames.ValidationAccuracy].Should().Be(0.375);
        measured.Metrics.Keys.Should().BeEquivalentTo(table.Metrics);
    }

    [Theory]
    [InlineData("architecture,val_accuracy\n", "*has no rows; import it again*")]
    [InlineData("architecture,val_accuracy\nnothing,0.5\n", "*was imported for another space than 'mlp': *")]
    [InlineData("architecture,val_accuracy,val_accuracy\n", "*has a column twice; import it again*")]
    [InlineData("architecture,val_accuracy\nnothing\n", "*has a row of 1 fields under a header of 2*")]
    public void What_is_no_imported_table_is_refused(string csv, string message) =>
        FluentActions.Invoking(() => Estimator(csv)).Should().Throw<InputException>().WithMessage(message);

    [Fact]
    public void An_architecture_that_is_there_twice_is_refused() => FluentActions
        .Invoking(() => Estimator($"architecture,val_accuracy\n{Text(0)},0.5\n{Text(0)},0.6\n")).Should().Throw<InputException>()
        .WithMessage("*has the architecture '*' twice; import it again*");

    private IEstimator Estimator(string csv, string seeds = "mean")
    {
        var path = Path.Combine(_folder.FullName, "table.csv");
        File.WriteAllText(path, csv);
        var parts = PluginParts.Of(new BenchmarksPlugin());
        return parts.Create<IEstimator, EstimatorSetup>(
            new ComponentSpec("imported-table", OptionBag.From(new { Table = path, Seeds = seeds })), new EstimatorSetup(_space, null, 7, "cpu", 1, parts) { Budget = new Budget(9) { Steps = 9 } });
    }

    private Architecture One(int number) => _space.Decisions.Sample(RandomSource.For(1, number, "one"));

    private string Text(int number) => $"\"{_space.Format(One(number))}\"";

    private Measurement Of(IEstimator table, int one, long candidate = 0) =>
        table.Evaluate(new Candidate(candidate, new Trial(One(one), Fidelity.Full)), NoProgress.Instance, default);
}
