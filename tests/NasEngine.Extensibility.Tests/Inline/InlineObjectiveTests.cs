using NasEngine.Contracts;

namespace NasEngine.Extensibility.Tests.Inline;

public sealed class InlineObjectiveTests : InlineTest
{
    [Fact]
    public async Task A_lambda_scores_trials()
    {
        var objective = await Objective("trial => trial[\"test_accuracy\"] - 0.01 * Math.Log10(trial[\"macs\"])");

        objective.Id.Should().Be("score");
        Score(objective, ("test_accuracy", 0.9), ("macs", 1e6), ("other", 7)).Should().BeApproximately(0.84, 1e-12);
    }

    [Fact]
    public async Task The_metrics_that_a_lambda_reads_are_its_axes_each_in_the_direction_in_which_the_score_rises()
    {
        var objective = await Objective("trial => trial[\"val_accuracy\"] * 2 - trial[\"macs\"] / 1e9 - trial[\"val_loss\"]");

        var made = Catalog.Create<IObjective, NoSetup>(objective, NoSetup.Value);
        made.Metrics.Should().Equal("val_accuracy", "macs", "val_loss");
        made.Axes.Should().Equal(
            new ObjectiveAxis("val_accuracy", Direction.Maximize), new ObjectiveAxis("macs", Direction.Minimize),
            new ObjectiveAxis("val_loss", Direction.Minimize));
    }

    [Fact]
    public async Task Metrics_that_only_some_trials_are_asked_for_are_found()
    {
        var objective = await Objective("trial => trial[\"macs\"] > 3e6 ? -trial[\"latency_ms\"] : trial[\"val_accuracy\"]");

        Catalog.Create<IObjective, NoSetup>(objective, NoSetup.Value).Metrics.Should().BeEquivalentTo("macs", "latency_ms", "val_accuracy");
    }

    [Fact]
    public async Task A_trial_without_a_metric_or_with_a_score_that_is_no_number_has_no_score()
    {
        var objective = await Objective("trial => Math.Log(trial[\"val_accuracy\"])");

        Score(objective, ("macs", 1)).Should().BeNull();
        Score(objective, ("val_accuracy", 0)).Should().BeNull();
        Score(objective, ("val_accuracy", 1)).Should().Be(0);
    }

    [Fact]
    public async Task Variables_of_the_recipe_are_options_with_the_values_that_they_have_when_the_search_is_described()
    {
        await Define("""
            var weight = Parameter("weight", 0.5, "how much multiply-adds count");
            double[] scales = [1e6, 2];
            for (var power = 1; power <= 2; power++)
            {
                var exponent = power;
                await Search($"a{power}").Space("s").Strategy("r").Budget(trials: 2)
                    .Objective(trial => trial["val_accuracy"] - weight * Math.Pow(trial["macs"] / scales[0], exponent)).RunAsync();
            }
            """, ("weight", "0.25"));

        var objectives = Runner.Specs.Select(spec => ((OfferedObjective)spec.Objective).Component).ToArray();
        objectives.Select(one => one.Options.Values["exponent"]).Should().Equal("1", "2");
        objectives.Should().OnlyContain(one => one.Options.Values["weight"] == "0.25" && one.Options.Values["scales"] == "1000000,2");
        objectives.Select(one => one.Options.Values["code"]).Distinct().Should().ContainSingle();
        Score(objectives[1], ("val_accuracy", 0.9), ("macs", 2e6)).Should().Be(0.9 - 0.25 * 4);
    }

    [Fact]
    public async Task A_function_of_the_recipe_and_of_what_it_loads_is_taken_along()
    {
        Folder.Write("common.csx", "double Penalty(double macs) => Scale * Math.Log10(macs);\nconst double Scale = 0.01;");
        var objective = await Objective("trial => trial[\"val_accuracy\"] - Penalty(trial[\"macs\"])", "#load \"common.csx\"");

        Score(objective, ("val_accuracy", 1), ("macs", 100)).Should().Be(0.98);
    }

    [Fact]
    public async Task A_class_is_an_objective_by_a_lambda_or_by_its_type_with_options()
    {
        const string balanced = """
            class Balanced(double floor = 0.5, string metric = "val_accuracy") : IObjective
            {
                public ImmutableArray<ObjectiveAxis> Axes => [new(metric, Direction.Maximize)];
                public ImmutableArray<string> Metrics => [metric];
                public double? Score(IReadOnlyDictionary<string, double> metrics) => metrics[metric] - floor;
            }
            """;

        Score(await Objective("() => new Balanced(0.25)", balanced), ("val_accuracy", 1)).Should().Be(0.75);
        await Define($"{balanced}\nawait Search(\"b\").Space(\"s\").Strategy(\"r\").Budget(trials: 2).Objective<Balanced>(new {{ Metric = \"f1\" }}).RunAsync();");
        var byType = ((OfferedObjective)Spec.Objective).Component;
        byType.Id.Should().Be("Balanced");
        Score(byType, ("f1", 1)).Should().Be(0.5);
    }

    [Fact]
    public async Task A_lambda_that_reads_no_metric_is_refused() => (await Refused(
        "Search(\"a\").Objective(trial => 1);")).Should().Contain("reads no metric").And.Contain("trial[\"val_accuracy\"]");

    [Theory]
    [InlineData(
        "var table = new Dictionary<string, double>(); Search(\"a\").Objective(trial => trial[\"a\"] + table[\"b\"]);",
        "The objective that is written here uses the recipe's variable 'table', a Dictionary<String, Double>, which cannot go to where it runs;")]
    [InlineData(
        "var n = 0; Search(\"a\").Objective(trial => trial[\"a\"] + n++);",
        "The objective that is written here changes the recipe's variable 'n', and it runs elsewhere,")]
    [InlineData(
        "Search(\"a\").Objective(trial => { Print(1); return trial[\"a\"]; });",
        "The objective that is written here uses 'Print' of the recipe, which is not there where it runs;")]
    [InlineData(
        "string? text = null; Search(\"a\").Objective(trial => trial[\"a\"] + text!.Length);",
        "The objective that is written here uses the recipe's variable 'text', which has no value yet; give it one before.")]
    [InlineData(
        "var code = 1; Search(\"a\").Objective(trial => trial[\"a\"] + code);",
        "The objective that is written here has 'code' among its options and variables, which is taken; name it otherwise.")]
    public async Task What_cannot_go_to_where_a_part_runs_is_named_with_what_to_do(string recipe, string sentence) =>
        (await Refused(recipe)).Should().Contain(sentence);
}
