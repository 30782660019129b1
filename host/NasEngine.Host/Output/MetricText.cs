using System.Globalization;
using NasEngine.Contracts;
using NasEngine.Host.Display;

namespace NasEngine.Host.Output;

/// <summary>Metrics for people: names, units and figures.</summary>
internal static class MetricText
{
    private static readonly Dictionary<string, (string Short, string Long, Func<double, string> Figure)> Known = new(StringComparer.Ordinal)
    {
        [MetricNames.TestAccuracy] = ("test acc", "test accuracy (share)", Share),
        [MetricNames.ValidationAccuracy] = ("val acc", "validation accuracy (share)", Share),
        [MetricNames.ValidationLoss] = ("val loss", "validation loss (nats)", Share),
        [MetricNames.TrainLoss] = ("train loss", "training loss (nats)", Share),
        [MetricNames.Macs] = ("MACs", "multiply-adds of one input (MACs)", ProgressLine.Count),
        [MetricNames.Parameters] = ("params", "parameters", ProgressLine.Count),
        [MetricNames.ActivationBytes] = ("activations", "activations of one input (bytes)", ProgressLine.Count),
        [MetricNames.WeightBytes] = ("weights", "weights as they are kept (bytes)", ProgressLine.Count),
        [MetricNames.Latency] = ("latency", "latency of one input (ms)", Milliseconds),
        [MetricNames.PredictedLatency] = ("predicted", "latency of one input, predicted (ms)", Milliseconds),
    };

    /// <summary>Head of a column: <c>val acc</c>.</summary>
    public static string Short(string metric) => Known.TryGetValue(metric, out var known) ? known.Short : metric;

    /// <summary>Title of an axis, with its unit.</summary>
    public static string Long(string metric) => Known.TryGetValue(metric, out var known) ? known.Long : metric;

    /// <summary>The figure with its unit: <c>2.41 M</c>.</summary>
    public static string Figure(string metric, double value) =>
        Known.TryGetValue(metric, out var known) ? known.Figure(value) : value.ToString("G5", CultureInfo.InvariantCulture);

    /// <summary>Which way is better, in words.</summary>
    public static string Wish(Direction direction) => direction == Direction.Maximize ? "higher is better" : "lower is better";

    /// <summary>A mean with its standard deviation where there is one: <c>0.9012 ± 0.0021</c>.</summary>
    public static string Figure(string metric, double value, IReadOnlyDictionary<string, double> deviations) =>
        $"{Figure(metric, value)}{(deviations.TryGetValue(metric, out var deviation) ? $" ± {Figure(metric, deviation)}" : "")}";

    private static string Milliseconds(double value) => value.ToString("0.000", CultureInfo.InvariantCulture) + " ms";

    private static string Share(double value) => value.ToString("0.0000", CultureInfo.InvariantCulture);
}
