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

        (overrun.Target, overrun.Cost).Should().Be((new CostTarget("macs", 1.2e6), 1.38e6));
        overrun.Excess.Should().BeApproximately(0.15, 1e-12);
        overrun.ToString().Should().Be("MACs 1.38 M, 15% over the target of 1.20 M");
    }

    [Fact]
    public void A_cost_at_its_target_is_not_over_it() => Of(1.2e6, 2).Should().BeEmpty();

    [Fact]
    public void A_cost_under_its_target_is_not_over_it() => Of(1.1e6, 1.9).Should().BeEmpty();

    [Theory]
    [InlineData(1200001, "MACs 1.20 M, less than 0.01% over the target of 1.20 M")]
    [InlineData(1206000, "MACs 1.21 M, 0.5% over the target of 1.20 M")]
    [InlineData(3600000, "MACs 3.60 M, 200% over the target of 1.20 M")]
    public void A_little_and_much_are_told_apart(double macs, string text) => Of(macs, 1).Single().ToString().Should().Be(text);

    [Fact]
    public void Each_cost_over_its_target_is_named() => Of(2.4e6, 2.5).Select(overrun => overrun.ToString()).Should().Equal(
        "MACs 2.40 M, 100% over the target of 1.20 M", "latency 2.500 ms, 25% over the target of 2.000 ms");

    [Fact]
    public void What_was_not_measured_is_not_over_anything() => Overrun.Of(Objective, new Dictionary<string, double>()).Should().BeEmpty();

    private static IEnumerable<Overrun> Of(double macs, double latency) => Overrun.Of(
        Objective, new Dictionary<string, double> { ["macs"] = macs, ["latency_ms"] = latency, ["params"] = 1e9 });
}
