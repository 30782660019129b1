using System.Collections.Immutable;
using NasEngine.Contracts;
using NasEngine.Host.Output;

namespace NasEngine.Host.Tests.Searches;

public sealed class PredictionTextTests
{
    [Theory]
    [InlineData(0.0213, "'latency_ms' of what is not measured yet is a prediction, 0.0213 off on average on networks that it was not fitted to.")]
    [InlineData(null, "'latency_ms' of what is not measured yet is a prediction, and nobody has measured how far it is off.")]
    public void How_far_a_prediction_is_off_is_said_and_nothing_of_counts(double? error, string sentence) =>
        PredictionText.Of(new Costs(CostMetric.Counted("macs"), new CostMetric("latency_ms", true, error))).Should().Equal(sentence);

    [Fact]
    public void A_model_that_measures_here_says_it_itself() =>
        PredictionText.Of(new Costs(new CostMetric("latency_ms", true, null)) { Measures = true }).Should().BeEmpty();

    private sealed class Costs(params CostMetric[] metrics) : ICostModel
    {
        public ImmutableArray<CostMetric> Metrics => [.. metrics];

        public bool Measures { get; init; }

        public double Cost(string metric, Architecture architecture) => 0;

        public MixtureCost Cost(string metric, Mixture mixture) => default!;

        public CostRange? Range(string metric) => null;
    }
}
