using NasEngine.Contracts.Recipes;

namespace NasEngine.Contracts.Tests.Objectives;

/// <summary>The reward ACC·(LAT/T)^w of MnasNet (CVPR 2019, arXiv 1807.11626, section 3.1) as recipes write it.</summary>
public sealed class MnasNetRewardTests
{
    private static readonly Objective Soft = Maximize.Accuracy().Times(Costs.Milliseconds(75).Power(-0.07));
    private static readonly Objective Hard = Maximize.Accuracy().Under(Costs.Milliseconds(75));

    [Theory]
    [InlineData(20.0)]
    [InlineData(75.0)]
    [InlineData(150.0)]
    public void With_the_soft_weights_a_network_of_twice_the_latency_is_worth_as_much_when_it_is_five_percent_better(double latency) =>
        Score(Soft, 0.5 * 1.05, 2 * latency).Should().BeApproximately(Score(Soft, 0.5, latency), 2e-4);

    [Fact]
    public void With_the_hard_weights_latency_counts_over_the_target_only()
    {
        Score(Hard, 0.5, 20).Should().Be(0.5);
        Score(Hard, 0.5, 75).Should().Be(0.5);
        Score(Hard, 0.5, 100).Should().BeApproximately(0.5 * 75 / 100, 1e-15);
    }

    [Fact]
    public void The_hard_target_is_a_constraint_that_strategies_see_and_the_soft_one_is_a_trade()
    {
        Hard.Constraints.Should().Equal(new Constraint("latency_ms", 75));
        Soft.Constraints.Should().BeEmpty();
    }

    private static double Score(Objective objective, double accuracy, double latency) =>
        objective.Score(new Dictionary<string, double> { ["val_accuracy"] = accuracy, ["latency_ms"] = latency })!.Value;
}
