using NasEngine.Contracts;
using NasEngine.Contracts.Recipes;
using NasEngine.Host.Output;

namespace NasEngine.Host.Tests.Reports;

public sealed class OverrunTests
{
    private static readonly Objective Objective = Maximize.Accuracy().Under(Costs.Macs(1.2e6)).Times(Costs.Milliseconds(2).Power(-0.07)).Against(Costs.Parameters());

    [Fact]
    public void A_cost_over_its_target_is_named_with_by_how_much()
    {
        var overrun = Of(1.38e6, 1).Single();

        (overrun.Limit, overrun.Value).Should().Be((new Constraint("macs", 1.2e6), 1.38e6));
        overrun.Excess.Should().BeApproximately(0.15, 1e-12);
        overrun.ToString().Should().Be("over its target: MACs 1.38 M, 15% over the target of 1.20 M");
    }

    [Fact]
    public void A_cost_at_its_target_is_not_over_it() => Of(1.2e6, 2).Should().BeEmpty();

    [Fact]
    public void A_cost_under_its_target_is_not_over_it() => Of(1.1e6, 1.9).Should().BeEmpty();

    [Theory]
    [InlineData(1200001, "over its target: MACs 1.20 M, less than 0.01% over the target of 1.20 M")]
    [InlineData(1206000, "over its target: MACs 1.21 M, 0.5% over the target of 1.20 M")]
    [InlineData(3600000, "over its target: MACs 3.60 M, 200% over the target of 1.20 M")]
    public void A_little_and_much_are_told_apart(double macs, string text) => Of(macs, 1).Single().ToString().Should().Be(text);

    [Fact]
    public void Each_cost_over_its_target_is_named() => Of(2.4e6, 2.5).Select(overrun => overrun.ToString()).Should().Equal(
        "over its target: MACs 2.40 M, 100% over the target of 1.20 M", "over its target: latency 2.500 ms, 25% over the target of 2.000 ms");

    [Fact]
    public void What_was_not_measured_is_not_over_anything() => Overrun.Of(Objective, new Dictionary<string, double>()).Should().BeEmpty();

    [Fact]
    public void A_metric_under_what_is_required_is_named_with_by_how_much()
    {
        var objective = Maximize.Accuracy().Under(Costs.Macs(4.5e6)).Require("macs", atLeast: 4.05e6).Require("params", atMost: 50_000);

        Texts(3.12e6, 60_000).Should().Equal(
            "under its least: MACs 3.12 M, 23% under the least of 4.05 M", "over its target: params 60.0 k, 20% over the target of 50.0 k");
        Texts(4.05e6, 50_000).Should().BeEmpty();

        IEnumerable<string> Texts(double macs, double parameters) => Overrun
            .Of(objective, new Dictionary<string, double> { ["macs"] = macs, ["params"] = parameters }).Select(one => one.ToString());
    }

    private static IEnumerable<Overrun> Of(double macs, double latency) => Overrun.Of(
        Objective, new Dictionary<string, double> { ["macs"] = macs, ["latency_ms"] = latency, ["params"] = 1e9 });
}
