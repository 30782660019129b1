using System.Collections.Immutable;
using NasEngine.Contracts;

namespace NasEngine.Search;

/// <summary>What was measured of one winner from several seeds, as one measurement. Seeds that failed count where all did.</summary>
public static class SeedMean
{
    /// <summary>
    /// The mean of each metric that all of them have, and the series of the first; a single seed's measurement as it is.
    /// </summary>
    /// <param name="seeds">At least one, in the order of the seeds.</param>
    public static Measurement Of(ImmutableArray<FinalistMeasured> seeds)
    {
        var measured = Succeeded(seeds);
        return measured.Length switch
        {
            0 => seeds[0].Measurement,
            1 => measured[0].Measurement,
            _ => measured[0].Measurement with
            {
                Metrics = Common(measured).ToImmutableSortedDictionary(
                    metric => metric, metric => Mean(Values(measured, metric)), StringComparer.Ordinal),
            },
        };
    }

    /// <summary>The mean of what they are ranked by; null where no seed has a score, as of one that failed.</summary>
    public static FinalScore? Score(ImmutableArray<FinalistMeasured> seeds)
    {
        var scores = Succeeded(seeds).Select(one => one.FinalScore).OfType<FinalScore>().ToArray();
        return scores.Length == 0 ? null : new FinalScore(
            scores.All(one => one.Score is not null) ? Mean([.. scores.Select(one => one.Score!.Value)]) : null,
            Mean([.. scores.Select(one => one.Excess)]));
    }

    /// <summary>The standard deviations (n − 1) of the metrics that are not the same from every seed.</summary>
    public static ImmutableSortedDictionary<string, double> Deviations(ImmutableArray<FinalistMeasured> seeds)
    {
        var measured = Succeeded(seeds);
        return measured.Length < 2 ? ImmutableSortedDictionary<string, double>.Empty : Common(measured)
            .Select(metric => (metric, Deviation: Deviation(Values(measured, metric))))
            .Where(one => one.Deviation > 0)
            .ToImmutableSortedDictionary(one => one.metric, one => one.Deviation, StringComparer.Ordinal);
    }

    private static ImmutableArray<FinalistMeasured> Succeeded(ImmutableArray<FinalistMeasured> seeds) =>
        [.. seeds.Where(one => one.Measurement.Failure is null)];

    private static IEnumerable<string> Common(ImmutableArray<FinalistMeasured> seeds) =>
        seeds[0].Measurement.Metrics.Keys.Where(metric => seeds.All(one => one.Measurement.Metrics.ContainsKey(metric)));

    private static double[] Values(ImmutableArray<FinalistMeasured> seeds, string metric) =>
        [.. seeds.Select(one => one.Measurement.Metrics[metric])];

    /// <summary>Equal values are their own mean, to the last bit.</summary>
    private static double Mean(double[] values) => values.All(value => value.Equals(values[0])) ? values[0] : values.Average();

    private static double Deviation(double[] values)
    {
        var mean = Mean(values);
        return Math.Sqrt(values.Sum(value => (value - mean) * (value - mean)) / (values.Length - 1));
    }
}
