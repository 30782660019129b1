using NasEngine.Contracts;

namespace NasEngine.Strategies.Growth.EditDistance;

/// <summary>
/// Bourgain's embedding of a metric (Bourgain, 1985; Auto-Keras, arXiv 1806.10282, section 3.1): a coordinate per random set of known
/// points, the distance to the nearest of them. Euclidean distances between embedded points are at most the metric's, and a squared
/// exponential of them is a kernel whatever the metric.
/// </summary>
internal sealed class DistanceEmbedding
{
    private readonly int[][] _sets;

    /// <summary>Sets of 1, 2, 4… of the points, as many of each size as the logarithm of their number.</summary>
    /// <param name="points">How many known points there are, at least 1.</param>
    /// <param name="random">What draws them.</param>
    public DistanceEmbedding(int points, RandomSource random)
    {
        var (sizes, each) = (Math.Max(1, (int)Math.Ceiling(Math.Log2(points))), Math.Max(1, (int)Math.Ceiling(Math.Log(points))));
        _sets =
        [
            .. from size in Enumerable.Range(0, sizes)
               from _ in Enumerable.Range(0, each)
               select Drawn(points, 1 << size, random),
        ];
    }

    /// <summary>Where a point lies, given its distances to the known points: as far from another as its metric at most.</summary>
    public double[] Of(IReadOnlyList<double> distances) =>
        [.. _sets.Select(set => set.Min(point => distances[point]) / Math.Sqrt(_sets.Length))];

    private static int[] Drawn(int points, int size, RandomSource random)
    {
        int[] all = [.. Enumerable.Range(0, points)];
        random.Shuffle<int>(all);
        return all[..Math.Min(size, points)];
    }
}
