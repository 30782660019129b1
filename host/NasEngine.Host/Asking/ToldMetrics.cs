using System.Globalization;
using NasEngine.Contracts;
using NasEngine.Host.Output;

namespace NasEngine.Host.Asking;

/// <summary>What somebody says that a trial measured: <c>val_accuracy=0.91 latency_ms=1.2</c>. Pure: tested as values.</summary>
internal static class ToldMetrics
{
    /// <summary>The measurement.</summary>
    /// <param name="pairs">Metrics with their values.</param>
    /// <param name="needed">Metrics that the objective needs and nobody else knows.</param>
    /// <exception cref="InputException">
    /// One is no pair, is there twice, is no number that it can be, or one that is needed is not there.
    /// </exception>
    public static Measurement Of(IEnumerable<string> pairs, IEnumerable<string> needed)
    {
        var measurement = new Measurement();
        foreach (var pair in pairs)
        {
            var at = pair.IndexOf('=', StringComparison.Ordinal);
            if (at < 1 || !KnownMetrics.IsName(pair.AsSpan(0, at))
                || !double.TryParse(pair.AsSpan(at + 1), NumberStyles.Float, CultureInfo.InvariantCulture, out var value))
            {
                throw new InputException(
                    $"'{TextColumns.Clean(pair)}' is no metric with a number; say e.g. {MetricNames.ValidationAccuracy}=0.91.");
            }

            var name = pair[..at];
            if (!double.IsFinite(value))
            {
                throw new InputException($"Metric '{name}' is {pair[(at + 1)..]}; of a trial that failed say so: --failed REASON.");
            }

            if (measurement.Metrics.ContainsKey(name))
            {
                throw new InputException($"Metric '{name}' is told twice; tell it once.");
            }

            measurement = KnownMetrics.MustBe(name, value) is not { } right ? measurement.With(name, value) : throw new InputException(
                $"Metric '{name}' is {pair[(at + 1)..]}; it must be {right}.");
        }

        return needed.FirstOrDefault(metric => !measurement.Metrics.ContainsKey(metric)) is { } lacking
            ? throw new InputException($"The search needs '{lacking}' of a trial; tell it: {lacking}=NUMBER.")
            : measurement;
    }
}
