using NasEngine.Contracts;

namespace NasEngine.Spaces.Benchmarks;

/// <summary>What a table says of one architecture. NaN where it says nothing.</summary>
/// <param name="ValidationAccuracy">Share, 0 to 1.</param>
/// <param name="TestAccuracy">Mean over the seeds, share, 0 to 1.</param>
/// <param name="Latency">Milliseconds.</param>
/// <param name="Macs">Multiply-adds.</param>
/// <param name="Parameters">Trainable scalars.</param>
internal readonly record struct TableRow(
    double ValidationAccuracy, double TestAccuracy, double Latency, double Macs, double Parameters)
{
    /// <summary>The row as metrics; what it does not say is left out.</summary>
    public Measurement ToMeasurement()
    {
        var validated = With(new Measurement(), MetricNames.ValidationAccuracy, ValidationAccuracy);
        var tested = With(validated, MetricNames.TestAccuracy, TestAccuracy);
        return With(With(With(tested, MetricNames.Latency, Latency), MetricNames.Macs, Macs), MetricNames.Parameters, Parameters);
    }

    private static Measurement With(Measurement measurement, string metric, double value) =>
        double.IsNaN(value) ? measurement : measurement.With(metric, value);
}
