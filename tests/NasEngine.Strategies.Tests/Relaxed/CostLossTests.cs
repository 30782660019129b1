using System.Collections.Immutable;
using NasEngine.Contracts;
using NasEngine.Plugins.Conformance;
using NasEngine.Strategies.Relaxed;

namespace NasEngine.Strategies.Tests.Relaxed;

public sealed class CostLossTests
{
    private static readonly ToySpace Space = new();
    private static readonly StrategySetup Setup = new(
        Space, new CountedCosts(Space), RelaxedSearch.Accuracy.Under("macs", 3000).Under("params", 100), new Budget(1));

    [Theory]
    [InlineData("Power")]
    [InlineData("Sum")]
    [InlineData("Excess")]
    [InlineData("Distance")]
    public void Slopes_are_those_of_the_loss_by_differences(string form)
    {
        const double h = 1e-6;
        var loss = new CostLoss(Enum.Parse<CostForm>(form), Weight: 0.7);
        var weights = Softmax.Of(ChoiceValues.Drawn(((IRelaxedSpace)Space).Relaxed, 0, 1, RandomSource.For(2, 0, "weights")));
        var measured = Measure(weights);

        var slopes = loss.Slopes(
            CrossEntropy(measured), Slopes.Measured("test", weights.Space, weights.Mixture(), measured), Costs(weights)).All.ToArray();

        for (var i = 0; i < slopes.Length; i++)
        {
            slopes[i].Should().BeApproximately((Whole(i, h) - Whole(i, -h)) / (2 * h), 1e-6);
        }

        double Whole(int place, double by)
        {
            var moved = weights.All.ToArray();
            moved[place] += by;
            var there = new ChoiceValues(weights.Space, moved);
            return loss.Value(CrossEntropy(Measure(there)), [.. Costs(there).Select(cost => cost.Value)]);
        }
    }

    [Fact]
    public void Costs_are_expected_ones_and_shares_of_their_targets()
    {
        var uniform = Softmax.Of(ChoiceValues.Of(((IRelaxedSpace)Space).Relaxed, 0));

        // Depth 1 or 2; the first layer adds 1 and ½, the second as much at depth 2, which adds 1 itself.
        var costs = Costs(uniform);

        costs[0].Cost.Should().BeApproximately(1000 * (1 + 1.5 + (0.5 * (1 + 1.5))), 1e-9);
        costs.Select(cost => cost.Value).Should().Equal(
            [costs[0].Cost / 3000, costs[1].Cost / 100], (one, other) => Math.Abs(one - other) < 1e-12);
    }

    [Fact]
    public void Under_its_target_a_cost_weighs_nothing_as_excess()
    {
        var loss = new CostLoss(CostForm.Excess);

        loss.Value(0.5, [0.9, 1]).Should().Be(0.5);
        loss.Value(0.5, [0.9, 1.25]).Should().Be(0.75);
    }

    [Fact]
    public void The_power_is_that_of_FBNet() =>
        new CostLoss(CostForm.Power, Scale: 0.2, Exponent: 0.6).Value(2, [1])
            .Should().BeApproximately(2 * 0.2 * Math.Pow(Math.Log(1001), 0.6), 1e-12);

    private static double CrossEntropy(Measurement measured) => measured.Metrics[MetricNames.ValidationLoss];

    private static ImmutableArray<CostShare> Costs(ChoiceValues weights) => CostShare.Of(Setup, weights.Space, weights.Mixture());

    private static Measurement Measure(ChoiceValues weights) =>
        ToyEstimator.Measure(new Candidate(0, new SupernetStep("uniform", [], [weights.Mixture()], SupernetStep.NoSettings)));
}
