using System.Collections.Immutable;

namespace NasEngine.Contracts.Tests.CostModelling;

public sealed class CostModelsTests
{
    private static readonly Relaxed Space = new(ConditionalSpaces.Named("plain"));
    private static readonly Architecture First = Space.Decisions.Architecture([0, 0, 0]);

    [Fact]
    public void A_cost_is_that_of_the_first_model_that_knows_it()
    {
        var costs = new CostModels(new CountedCosts(Space), new Table("latency_ms", 5), new Table("macs", 1));

        costs.Metrics.Select(metric => metric.Name).Should().Equal("macs", "params", "activation_bytes", "weight_bytes", "latency_ms");
        costs.Cost("latency_ms", First).Should().Be(5);
        costs.Cost("macs", First).Should().Be(Space.Cost(First).Macs);
        costs.Metrics[4].Should().Be(new CostMetric("latency_ms", true, 0.25));
        costs.Metrics[0].Should().Be(new CostMetric("macs", false, 0));
    }

    [Fact]
    public void A_cost_that_none_knows_is_refused_with_those_that_are_known() =>
        new CostModels(new CountedCosts(Space)).Invoking(costs => costs.Cost("energy", First)).Should().Throw<InputException>()
            .WithMessage("The cost 'energy' cannot be known before a network runs; known are macs, params, activation_bytes, weight_bytes, others by .Costs(…).");

    private sealed class Table(string metric, double value) : ICostModel
    {
        public ImmutableArray<CostMetric> Metrics => [new(metric, true, 0.25)];

        public double Cost(string metric, Architecture architecture) => value;

        public MixtureCost Cost(string metric, Mixture mixture) => ExpectedCost.Of(Space, mixture, _ => value);
    }
}
