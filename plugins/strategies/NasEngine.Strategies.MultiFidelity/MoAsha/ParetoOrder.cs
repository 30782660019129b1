namespace NasEngine.Strategies.MultiFidelity.MoAsha;

/// <summary>
/// The order of MO-ASHA (Schmucker et al., arXiv 2106.12639, section 3): front after front by non-dominated sorting, and within a front by
/// an ε-net: the best on the first axis, then again and again the one that is farthest from all before it.
/// </summary>
internal static class ParetoOrder
{
    /// <summary>
    /// Best first; distances are of values as shares of the front's extent on each axis, of equals the better one on the first axis comes
    /// first, then the one that was proposed first.
    /// </summary>
    public static IEnumerable<Contender> Of(IEnumerable<Contender> contenders)
    {
        var sorted = contenders.OrderBy(one => one.Violation).ThenByDescending(one => one.Values[0]).ThenBy(one => one.Number);
        for (var left = sorted.ToList(); left.Count > 0;)
        {
            var front = left.Where(one => !left.Any(other => other.Dominates(one))).ToArray();
            foreach (var one in Net(front))
            {
                yield return one;
            }

            var gone = front.ToHashSet();
            left.RemoveAll(gone.Contains);
        }
    }

    private static IEnumerable<Contender> Net(Contender[] front)
    {
        double[] extents = [.. Enumerable.Range(0, front[0].Values.Length).Select(axis =>
            front.Max(one => one.Values[axis]) - front.Min(one => one.Values[axis]))];
        var nearest = front.ToDictionary(one => one, _ => double.PositiveInfinity);
        var next = front.MaxBy(one => one.Values[0])!;
        while (true)
        {
            yield return next;
            nearest.Remove(next);
            if (nearest.Count == 0)
            {
                yield break;
            }

            foreach (var one in front.Where(nearest.ContainsKey))
            {
                nearest[one] = Math.Min(nearest[one], Distance(one, next));
            }

            next = front.Where(nearest.ContainsKey).MaxBy(one => nearest[one])!;
        }

        double Distance(Contender one, Contender other) => one.Values.Zip(other.Values).Zip(extents)
            .Sum(axis => axis.Second > 0 ? Math.Pow((axis.First.First - axis.First.Second) / axis.Second, 2) : 0);
    }
}
