using NasEngine.Contracts;
using NasEngine.Plugins.Conformance;
using NasEngine.Strategies.Probabilistic;

namespace NasEngine.Strategies.Tests;

public sealed class PlantedInteractionTests
{
    private const int Seeds = 5;

    [Fact]
    public void Where_variables_matter_only_together_the_joint_form_finds_them_and_the_factorised_one_does_not()
    {
        var joint = BestPairs(switchToJointAt: 0);
        var factorised = BestPairs(switchToJointAt: 1);
        joint.Average().Should().BeGreaterThan(3.5, "there are 4 layers");
        factorised.Average().Should().BeLessThan(0.5);
    }

    [Fact]
    public void The_switch_comes_by_default_while_pairs_that_factors_mislead_about_can_still_be_found_and_later_it_would_not() =>
        BestPairs(switchToJointAt: null).Average().Should().BeGreaterThan(2.5).And.BeGreaterThan(BestPairs(0.4).Average() + 2);

    private static int[] BestPairs(double? switchToJointAt)
    {
        var space = new PlantedSpace();
        var setup = new StrategySetup(space, new CountedCosts(space), new Objective("val_accuracy", []), new Budget(400));
        return [.. Enumerable.Range(1, Seeds).Select(seed =>
        {
            var strategy = PluginParts.Of(new ProbabilisticPlugin()).Strategy(
                "fp-nas", setup, switchToJointAt is { } share
                    ? new { Lambda = 2, LearningRate = 0.05, SwitchToJointAt = share }
                    : (object)new { Lambda = 2, LearningRate = 0.05 });
            new StrategyRun(strategy, (ulong)seed, 1, PlantedSpace.Measure).Advance(400);
            return PlantedSpace.BestPairs(strategy.Recommend(1)[0]);
        })];
    }
}

public sealed class PlantedSpaceConformance : SpaceConformance
{
    protected override ISearchSpace Create() => new PlantedSpace();
}
