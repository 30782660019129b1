namespace NasEngine.Benchmarks.Designs;

/// <summary>A network on an array: how accurate, and how long an image takes.</summary>
internal readonly record struct DesignPoint(double Accuracy, double Milliseconds);

/// <summary>What points have in common.</summary>
internal static class Front
{
    /// <summary>Those that no other is better than by one figure and not worse than by the other, the fastest first.</summary>
    public static IReadOnlyList<DesignPoint> Of(IEnumerable<DesignPoint> points)
    {
        var front = new List<DesignPoint>();
        foreach (var point in points.OrderBy(point => point.Milliseconds).ThenByDescending(point => point.Accuracy))
        {
            if (front.Count == 0 || point.Accuracy > front[^1].Accuracy)
            {
                front.Add(point);
            }
        }

        return front;
    }

    /// <summary>
    /// The area that points dominate within a reference point, over the logarithm of time: half the time is worth the same everywhere.
    /// </summary>
    public static double Hypervolume(IEnumerable<DesignPoint> points, DesignPoint reference)
    {
        var front = Of(points.Where(point => point.Accuracy > reference.Accuracy && point.Milliseconds < reference.Milliseconds));
        return Enumerable.Range(0, front.Count).Sum(at =>
            (front[at].Accuracy - reference.Accuracy)
            * Math.Log((at + 1 < front.Count ? front[at + 1].Milliseconds : reference.Milliseconds) / front[at].Milliseconds));
    }
}
