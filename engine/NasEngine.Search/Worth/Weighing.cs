using System.Collections.Immutable;
using NasEngine.Contracts;
using NasEngine.Contracts.Recipes;

namespace NasEngine.Search;

/// <summary>What random architectures say of a winner. Pure.</summary>
public static class Weighing
{
    /// <summary>The values with their mean, median and spread.</summary>
    /// <param name="values">At least two.</param>
    public static RandomSample Sample(ImmutableArray<double> values)
    {
        ArgumentOutOfRangeException.ThrowIfLessThan(values.Length, WorthRequest.Least);
        var mean = values.Average();
        var sorted = values.Sort();
        var median = (sorted[(sorted.Length - 1) / 2] + sorted[sorted.Length / 2]) / 2;
        var deviation = Math.Sqrt(values.Sum(value => (value - mean) * (value - mean)) / (values.Length - 1));
        return new RandomSample(values, mean, median, deviation);
    }

    /// <summary>Where a winner stands among them.</summary>
    public static Standing Stand(double winner, RandomSample random, Direction direction)
    {
        var count = random.Values.Length;
        var sign = direction == Direction.Maximize ? 1 : -1;
        var beaten = random.Values.Count(value => sign * winner.CompareTo(value) > 0);
        var tied = random.Values.Count(winner.Equals);
        var share = (beaten + 0.5 * tied) / count;
        var (low, high) = WilsonInterval.Of(share, count);
        return new Standing(beaten, tied, share, low, high, sign * (winner - random.Mean), random.Deviation / Math.Sqrt(count));
    }

    /// <summary>Random trainings that the time of a search is enough for, at least 1.</summary>
    /// <param name="searchSeconds">What the search took.</param>
    /// <param name="trainingSeconds">What one random training took.</param>
    public static long Trainings(double searchSeconds, double trainingSeconds) =>
        trainingSeconds > 0 ? (long)Math.Clamp(Math.Floor(searchSeconds / trainingSeconds), 1, int.MaxValue) : 1;

    /// <summary>What random search would have found by so many trainings.</summary>
    public static SameCompute SameCompute(
        RandomSample random, Direction direction, double searchSeconds, double trainingSeconds, long trainings) => new(
            searchSeconds,
            trainingSeconds,
            trainings,
            ExpectedBest.Of(random.Values, direction, trainings),
            trainings > random.Values.Length);
}
