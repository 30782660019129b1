using NasEngine.Contracts;

namespace NasEngine.Search.Tests;

public sealed class FinalistLatencyTests
{
    private static readonly LatencyMeasurement Timed = new(0.5, 0.01, 15, 1, "cpu");

    [Fact]
    public void What_was_predicted_stays_beside_what_was_measured() => Of(new Measurement().With(MetricNames.Latency, 0.4), Timed).Should()
        .HaveCount(2).And.Contain(MetricNames.Latency, 0.5).And.Contain(MetricNames.PredictedLatency, 0.4);

    [Fact]
    public void Where_nothing_was_predicted_there_is_the_measured_one_alone() =>
        Of(new Measurement(), Timed).Should().Equal(new Dictionary<string, double> { [MetricNames.Latency] = 0.5 });

    [Fact]
    public void A_latency_that_was_not_measured_is_no_prediction_of_one() =>
        Of(new Measurement().With(MetricNames.Latency, 0.4), null).Should().Equal(new Dictionary<string, double> { [MetricNames.Latency] = 0.4 });

    private static IReadOnlyDictionary<string, double> Of(Measurement measurement, LatencyMeasurement? latency) =>
        new Finalist(new Architecture("toy", [0, 0]), measurement, latency).WithLatency()!.Metrics;
}
