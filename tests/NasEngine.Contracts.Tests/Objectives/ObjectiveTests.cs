using NasEngine.Contracts.Recipes;

namespace NasEngine.Contracts.Tests.Objectives;

public sealed class ObjectiveTests
{
    private static readonly Dictionary<string, double> Metrics = new()
    {
        ["val_accuracy"] = 0.9, ["val_loss"] = 0.4, ["macs"] = 4e6, ["params"] = 1e4, ["latency_ms"] = 2,
    };

    [Fact]
    public void A_cost_over_its_target_lowers_the_score_by_its_factor() =>
        Maximize.Accuracy().Under(Costs.Macs(2e6)).Score(Metrics).Should().Be(0.9 * 0.5);

    [Theory]
    [InlineData(4e6)]
    [InlineData(5e6)]
    public void A_cost_at_or_under_its_target_changes_nothing(double target) =>
        Maximize.Accuracy().Under(Costs.Macs(target)).Score(Metrics).Should().Be(0.9);

    [Theory]
    [InlineData("val_accuracy", Direction.Maximize)]
    [InlineData("params", Direction.Minimize)]
    [InlineData("robustness", Direction.Minimize)]
    public void A_metric_that_is_traded_off_is_so_in_the_direction_that_is_better_of_it(string metric, Direction better) =>
        Maximize.Metric("reward").Against(metric).Axes[1].Should().Be(new ObjectiveAxis(metric, better));

    [Fact]
    public void What_is_minimised_scores_higher_the_smaller_it_is_and_lower_over_a_target()
    {
        Minimize.Loss().Score(Metrics).Should().Be(-0.4);
        Minimize.Loss().Under(Costs.Macs(2e6)).Score(Metrics).Should().Be(-0.8);
    }

    [Theory]
    [InlineData(-2.0, -8.0)]
    [InlineData(-1e-3, -4e-3)]
    [InlineData(0.0, 0.0)]
    [InlineData(2.0, 0.5)]
    public void A_cost_at_four_times_its_target_never_helps_whatever_the_sign_of_the_metric(double value, double score)
    {
        var metrics = new Dictionary<string, double> { ["reward"] = value, ["regret"] = -value, ["macs"] = 8e6 };

        Maximize.Metric("reward").Under(Costs.Macs(2e6)).Score(metrics).Should().Be(score);
        Minimize.Metric("regret").Under(Costs.Macs(2e6)).Score(metrics).Should().Be(score);
    }

    [Fact]
    public void More_of_a_cost_over_its_target_scores_no_better_and_more_of_the_metric_no_worse()
    {
        var objectives = new[] { -0.07, -1, -3 }.SelectMany(above => new[]
        {
            Maximize.Metric("value").Times(new CostTerm("macs", 10, 0, above)).Times(new CostTerm("params", 10, -0.07, above)),
            Minimize.Metric("value").Times(new CostTerm("macs", 10, 0, above)).Times(new CostTerm("params", 10, -0.07, above)),
        });
        double[] values = [-5, -1, -0.1, 0, 0.1, 1, 5];
        double[] costs = [1, 9, 10, 11, 40, 4000];
        foreach (var objective in objectives)
        {
            foreach (var parameters in costs)
            {
                double Score(double value, double macs) => objective.Score(
                    new Dictionary<string, double> { ["value"] = value, ["macs"] = macs, ["params"] = parameters })!.Value;

                values.Should().AllSatisfy(value => costs.Select(macs => Score(value, macs)).Should().BeInDescendingOrder());
                costs.Should().AllSatisfy(macs =>
                {
                    var better = objective.Direction == Direction.Maximize ? values : [.. values.Reverse()];
                    better.Select(value => Score(value, macs)).Should().BeInAscendingOrder();
                });
            }
        }
    }

    [Theory]
    [InlineData(0.0, -1.0, "*target of 'macs' is 0;*above 0.")]
    [InlineData(double.NaN, -1.0, "*target of 'macs' is NaN;*above 0.")]
    [InlineData(1e6, 0.0, "*weight of 'macs' over its target is 0; it must be under 0,*")]
    [InlineData(1e6, 0.5, "*weight of 'macs' over its target is 0.5; it must be under 0,*")]
    public void A_target_or_a_weight_by_which_a_cost_over_it_would_not_count_is_refused(double target, double weight, string message) =>
        FluentActions.Invoking(() => Maximize.Accuracy().Under("macs", target, weight)).Should().Throw<InputException>().WithMessage(message);

    [Fact]
    public void The_axes_are_the_metric_its_costs_and_what_it_is_set_against_each_once() =>
        Maximize.Accuracy().Under(Costs.Macs(3e6)).Against(Costs.Macs()).Against(Costs.Milliseconds()).Against("robustness", Direction.Maximize).Axes
            .Should().Equal(
                new ObjectiveAxis("val_accuracy", Direction.Maximize), new ObjectiveAxis("macs", Direction.Minimize),
                new ObjectiveAxis("latency_ms", Direction.Minimize), new ObjectiveAxis("robustness", Direction.Maximize));

    [Fact]
    public void A_metric_that_is_minimised_is_an_axis_that_is_minimised() =>
        Minimize.Metric("perplexity").Axes.Should().Equal(new ObjectiveAxis("perplexity", Direction.Minimize));

    [Fact]
    public void A_further_axis_neither_changes_the_score_nor_is_needed_for_it()
    {
        var objective = Maximize.Accuracy().Under(Costs.Macs(2e6));

        objective.Against("nowhere").Score(Metrics).Should().Be(objective.Score(Metrics));
        objective.Against(Costs.Parameters()).Should().NotBe(objective);
        objective.Against(Costs.Parameters()).Should().Be(objective.Against("params"));
    }

    [Fact]
    public void A_metric_that_is_missing_or_no_number_is_no_score()
    {
        Maximize.Metric("nowhere").Score(Metrics).Should().BeNull();
        Maximize.Accuracy().Under(Costs.Target("nowhere", 1)).Score(Metrics).Should().BeNull();
        Maximize.Accuracy().Score(new Dictionary<string, double> { ["val_accuracy"] = double.NaN }).Should().BeNull();
    }
}
