namespace NasEngine.Strategies.Sequential;

/// <summary>Who is better than whom by several values, all of which are maximised, under limits.</summary>
internal static class Domination
{
    /// <summary>
    /// Constrained domination (Deb et al., IEEE TEC 2002, definition 1): whoever misses the limits by less dominates; among equals,
    /// who is nowhere worse and somewhere better.
    /// </summary>
    public static bool Dominates(Outcome one, Outcome other)
    {
        if (one.Violation != other.Violation)
        {
            return one.Violation < other.Violation;
        }

        var better = false;
        for (var i = 0; i < one.Values.Length; i++)
        {
            if (one.Values[i] < other.Values[i])
            {
                return false;
            }

            better |= one.Values[i] > other.Values[i];
        }

        return better;
    }

    /// <summary>The fronts, best first, as places in the list (the fast non-dominated sort of section III-A).</summary>
    public static List<List<int>> Fronts(IReadOnlyList<Outcome> outcomes)
    {
        var dominators = new int[outcomes.Count];
        List<int>[] dominated = [.. outcomes.Select(_ => new List<int>())];
        for (var i = 0; i < outcomes.Count; i++)
        {
            for (var j = 0; j < outcomes.Count; j++)
            {
                if (Dominates(outcomes[i], outcomes[j]))
                {
                    dominated[i].Add(j);
                    dominators[j]++;
                }
            }
        }

        var fronts = new List<List<int>>();
        for (var front = Enumerable.Range(0, outcomes.Count).Where(i => dominators[i] == 0).ToList(); front.Count > 0;)
        {
            fronts.Add(front);
            front = [.. front.SelectMany(i => dominated[i]).Where(j => --dominators[j] == 0).Order()];
        }

        return fronts;
    }

    /// <summary>
    /// The crowding distance of each member of a front (section III-B): over the axes, the sum of the distances between its two neighbours,
    /// as shares of the front's extent; ∞ for the first and the last on an axis.
    /// </summary>
    public static double[] Crowding(IReadOnlyList<Outcome> outcomes, IReadOnlyList<int> front)
    {
        var distances = new double[front.Count];
        for (var axis = 0; axis < outcomes[front[0]].Values.Length; axis++)
        {
            int[] order = [.. Enumerable.Range(0, front.Count).OrderBy(i => outcomes[front[i]].Values[axis])];
            double Value(int place) => outcomes[front[order[place]]].Values[axis];
            var extent = Value(order.Length - 1) - Value(0);
            distances[order[0]] = distances[order[^1]] = double.PositiveInfinity;
            for (var place = 1; place < order.Length - 1; place++)
            {
                distances[order[place]] += extent > 0 ? (Value(place + 1) - Value(place - 1)) / extent : 0;
            }
        }

        return distances;
    }
}
