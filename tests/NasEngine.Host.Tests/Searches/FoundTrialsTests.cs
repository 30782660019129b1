using NasEngine.Contracts;
using NasEngine.Contracts.Recipes;
using NasEngine.Host.Composition;
using NasEngine.Host.Tests.Programs;
using NasEngine.Pipeline.Searches;

namespace NasEngine.Host.Tests.Searches;

/// <summary>What recipes get of the trials of a search, while it runs and at its end.</summary>
public sealed class FoundTrialsTests : IDisposable
{
    private static readonly Lazy<PreparedSearch> Prepared =
        new(() => PreparedSearch.From(MadeSearch.Spec("made"), HostServices.Open(Array.Empty<string>()).Catalog));

    private readonly TempFolder _folder = new();

    public FoundTrialsTests() => MadeSearch.Write(_folder.Path, MadeSearch.Spec("made"), MadeSearch.Completed, "completed");

    private FoundTrials Found => new(_folder.Path, "made", Prepared.Value.Space, Prepared.Value.Parts.Objective);

    public void Dispose() => _folder.Dispose();

    [Fact]
    public void Each_trial_has_its_architecture_metrics_score_and_failure()
    {
        var trials = Found.All;

        trials.Select(trial => trial.Number).Should().Equal(0, 1, 2, 3, 4);
        trials.Select(trial => trial.Score).Should().Equal(0.5, 0.9, null, 0.8, 0.7);
        trials[1].Metrics["macs"].Should().Be(4e6);
        trials[1].Text.Should().Be(Prepared.Value.Space.Format(MadeSearch.Cell(2)));
        trials[2].Failure.Should().NotBeNull();
        trials[2].Metrics.Should().BeEmpty();
        trials[4].At.Should().Be(MadeSearch.At);
    }

    [Fact]
    public void The_history_has_the_best_so_far()
    {
        Found.Points.Select(point => point.Best).Should().Equal(0.5, 0.9, 0.9, 0.9, 0.9);
        Found.Points.Select(point => point.Score).Should().Equal(0.5, 0.9, null, 0.8, 0.7);
    }

    [Fact]
    public void The_table_is_that_of_the_command()
    {
        Found.Save(_folder.Of("new/trials.csv"));

        File.ReadAllText(_folder.Of("new/trials.csv")).Should().Be(Nas.Run(_folder.Path, "trials", "made", "--csv").Succeeded().Output);
        Found.Invoking(it => it.Save(_folder.Path)).Should().Throw<InputException>().WithMessage("The table of trials '*' cannot be written: *");
        File.Exists(_folder.Path + ".part").Should().BeFalse();
    }

    [Fact]
    public async Task A_recipe_hears_each_trial_in_the_order_of_arrival_and_what_comes_later_too()
    {
        MadeSearch.Write(_folder.Path, MadeSearch.Spec("runs"), MadeSearch.Interrupted);
        var heard = new List<long>();
        using var telling = new TrialTelling(_folder.Path, "runs", trial => heard.Add(trial.Number), () => { });
        await telling.EndAsync(Prepared.Value);
        heard.Should().Equal(0, 1, 2, 3);

        MadeSearch.Append(_folder.Path, "runs", [MadeSearch.Measured(4, 0.7, 5e6)]);
        await telling.EndAsync(Prepared.Value);
        heard.Should().Equal(0, 1, 2, 3, 4);
    }

    [Fact]
    public async Task What_the_recipes_code_throws_stops_the_search_and_is_its_failure()
    {
        var (heard, stopped) = (new List<FoundTrial>(), 0);
        using var telling = new TrialTelling(
            _folder.Path, "made",
            trial =>
            {
                heard.Add(trial);
                throw new FormatException("mine");
            },
            () => stopped++);
        telling.Begin(Prepared.Value);
        telling.Changed(null!);

        await telling.Invoking(it => it.EndAsync(Prepared.Value)).Should().ThrowAsync<FormatException>().WithMessage("mine");
        (heard.Count, stopped).Should().Be((1, 1));
    }

    [Fact]
    public async Task A_recipe_that_is_run_again_hears_the_same_trials()
    {
        CellTable.Write(_folder);
        _folder.Write("told.csx", """
            var heard = new List<string>();
            var result = await Search("told").Space("nasbench201").Strategy("random").Estimator("table", new { Table = "table.csv", FailureRate = 0.2 })
                .Objective(Maximize.Metric("test_accuracy")).Budget(trials: 20)
                .OnTrial(trial => heard.Add($"{trial.Number} {trial.Score} {trial.Failure}")).RunAsync();
            Print(string.Join('\n', heard));
            Print($"all {result.Trials.Select(trial => $"{trial.Number} {trial.Score} {trial.Failure}").SequenceEqual(heard)}");
            Print($"best {result.History[^1].Best == result.Best.Metrics["test_accuracy"]}");
            """);

        var first = (await NasProgram.RunAsync(_folder.Path, "run", "told.csx")).Succeeded().Output;
        var again = (await NasProgram.RunAsync(_folder.Path, "run", "told.csx")).Succeeded().Output;

        first.Should().EndWith(again);
        again.Split('\n').Should().HaveCount(23).And.Contain(["all True", "best True"]).And.ContainMatch("*fails on purpose*");
    }

    [Fact]
    public async Task A_mistake_in_what_is_called_is_shown_where_it_is_and_the_search_can_be_resumed()
    {
        CellTable.Write(_folder);
        _folder.Write("wrong.csx", """
            await Search("wrong").Space("nasbench201").Strategy("random").Estimator("table", new { Table = "table.csv" }).Budget(trials: 200)
                .OnTrial(trial => Print(new[] { 1 }[(int)trial.Number])).RunAsync();
            """);

        var stopped = await NasProgram.RunAsync(_folder.Path, "run", "wrong.csx");
        stopped.ExitCode.Should().Be(2);
        stopped.Error.Should().ContainAll("wrong.csx", "IndexOutOfRangeException", "nas resume wrong");
        (await NasProgram.RunAsync(_folder.Path, "resume", "wrong", "--json")).Succeeded().Json.GetProperty("steps").GetInt64().Should().Be(200);
    }
}
