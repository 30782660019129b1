using NasEngine.Contracts;
using NasEngine.Plugins.Conformance;
using NasEngine.Strategies.Growth;

namespace NasEngine.Spaces.Tests;

/// <summary>Compound scaling against the published EfficientNets (arXiv 1905.11946; multiply-adds of torchvision 0.14).</summary>
public sealed class CompoundScalingTests
{
    private static readonly ISearchSpace Space = AllSpaces.Make("efficientnet");

    [Fact]
    public void The_papers_coefficients_to_the_powers_of_B1_to_B4_are_those_networks_to_the_multiply_add()
    {
        var scaled = Trials(new { Coefficients = "1.2/1.1/1.15", Phis = "0.5/1/2/3" }, 4);

        scaled.Should().Equal(new[] { "b1", "b2", "b3", "b4" }.Select(name => Space.References[$"efficientnet-{name}"]));
        scaled.Select(one => Space.Cost(one).Macs).Should().Equal(686_802_832, 993_561_872, 1_827_141_392, 4_393_771_024);
    }

    [Fact]
    public void EfficientNet_B2_is_in_the_grid_of_twice_the_cost_of_B0()
    {
        var grid = Trials(new { }, 100);

        grid.Should().Contain(Space.References["efficientnet-b2"]).And.NotContain(Space.References["efficientnet-b0"]);
        grid.Should().OnlyContain(one => Space.Cost(one).Macs > 1.5 * 385_814_752 && Space.Cost(one).Macs < 3.5 * 385_814_752);
    }

    private static Architecture[] Trials(object options, int most)
    {
        var setup = new StrategySetup(Space, new CountedCosts(Space), new Objective(MetricNames.ValidationAccuracy, []), new Budget(1000));
        var strategy = PluginParts.Of(new GrowthPlugin()).Strategy("compound-scaling", setup, options);
        var run = new StrategyRun(strategy, 1, most, candidate => new Measurement()).Advance(1);
        return [.. run.Candidates.Select(candidate => ((Trial)candidate.Work).Architecture)];
    }
}
