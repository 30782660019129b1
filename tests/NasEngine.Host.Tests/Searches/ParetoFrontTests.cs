using System.Text.Json;
using NasEngine.Host.Tests.Programs;

namespace NasEngine.Host.Tests.Searches;

/// <summary>A search by two axes and with a target, from the recipe to every place where it is shown.</summary>
public sealed class ParetoFrontTests : IDisposable
{
    private readonly TempFolder _folder = new();

    public void Dispose() => _folder.Dispose();

    [Fact]
    public async Task A_front_is_what_no_other_trial_beats_and_a_winner_over_its_target_is_said()
    {
        CellTable.Write(_folder);
        _folder.Write("front.csx", """
            var result = await Search("front").Space("nasbench201").Strategy("random").Estimator("table", new { Table = "table.csv" })
                .Objective(Maximize.Metric("test_accuracy").Under(Macs(7.8e6), weight: -0.001)).Budget(trials: 200).Seed(4).RunAsync();
            result.Print();
            result.ParetoFront.Print();
            foreach (var point in result.ParetoFront.Points)
            {
                Print($"point {point.Metrics["test_accuracy"]} {point.Metrics["macs"]}");
            }
            """);

        var run = (await NasProgram.RunAsync(_folder.Path, "run", "front.csx")).Succeeded();

        var shown = (await NasProgram.RunAsync(_folder.Path, "show", "front", "--json")).Succeeded().Json;
        var expected = Brute(shown.GetProperty("trials"));
        expected.Length.Should().BeGreaterThan(2);
        Points(shown.GetProperty("pareto_front")).Should().Equal(expected);
        var folder = Path.Combine(_folder.Path, ".nas", "results", "front");
        var result = JsonDocument.Parse(await File.ReadAllTextAsync(Path.Combine(folder, "result.json"))).RootElement;
        Points(result.GetProperty("pareto_front")).Should().Equal(expected);
        run.Output.Should().Contain($"Pareto front: {expected.Length} of 200 trials (test acc: higher is better, MACs: lower is better)");
        run.Output.Split('\n').Count(line => line.StartsWith("point ", StringComparison.Ordinal)).Should().Be(expected.Length);
        (await File.ReadAllTextAsync(Path.Combine(folder, "report.html"))).Should().Contain("Pareto front").And.Contain("test acc against MACs").And.Contain("The best is over its target: MACs");

        run.Output.Should().Contain("best is over its target: MACs ");
        var over = result.GetProperty("best").GetProperty("over_target")[0];
        over.GetProperty("metric").GetString().Should().Be("macs");
        over.GetProperty("excess").GetDouble().Should().Be(result.GetProperty("best").GetProperty("metrics").GetProperty("macs").GetDouble() / 7.8e6 - 1);
        shown.GetProperty("finalists")[0].GetProperty("over_target")[0].GetRawText().Should().Be(over.GetRawText());
        var text = (await NasProgram.RunAsync(_folder.Path, "show", "front")).Succeeded().Output;
        text.Should().Contain("best is over its target: MACs ").And.Contain($"Pareto front: {expected.Length} of 200 trials");
    }

    [Fact]
    public async Task A_search_by_one_metric_says_that_it_has_no_front()
    {
        CellTable.Write(_folder);
        _folder.Write("one.csx", """
            var result = await Search("one").Space("nasbench201").Strategy("random").Estimator("table", new { Table = "table.csv" })
                .Objective(Maximize.Metric("test_accuracy")).Budget(trials: 5).RunAsync();
            result.ParetoFront.Print();
            """);

        var run = (await NasProgram.RunAsync(_folder.Path, "run", "one.csx")).Succeeded();

        run.Output.Should().Contain("No Pareto front: there is only test acc to go by; set it against a cost, e.g. .Against(Macs()).");
        (await NasProgram.RunAsync(_folder.Path, "show", "one", "--json")).Succeeded().Json.GetProperty("pareto_front").ValueKind.Should().Be(JsonValueKind.Null);
    }

    private static (double Accuracy, double Macs)[] Points(JsonElement front) =>
        [.. front.GetProperty("points").EnumerateArray().Select(point => Metrics(point.GetProperty("values")))];

    /// <summary>The definition, all pairs; each architecture once.</summary>
    private static (double Accuracy, double Macs)[] Brute(JsonElement trials)
    {
        var all = trials.EnumerateArray()
            .Select(trial => (trial.GetProperty("architecture").GetString(), Metrics(trial.GetProperty("metrics"))))
            .DistinctBy(trial => trial.Item1).Select(trial => trial.Item2).ToArray();
        return [.. all.Where(one => !all.Any(other =>
                other.Accuracy >= one.Accuracy && other.Macs <= one.Macs && (other.Accuracy > one.Accuracy || other.Macs < one.Macs)))
            .OrderByDescending(one => one.Accuracy)];
    }

    private static (double Accuracy, double Macs) Metrics(JsonElement values) =>
        (values.GetProperty("test_accuracy").GetDouble(), values.GetProperty("macs").GetDouble());
}
