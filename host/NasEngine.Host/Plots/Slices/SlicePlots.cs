using NasEngine.Contracts;
using NasEngine.Host.Output;
using NasEngine.Pipeline.Reading.Following;
using NasEngine.Search;

namespace NasEngine.Host.Plots.Slices;

/// <summary>
/// A metric by the choices of one decision: the trials of the highest fidelity as a band of dots above each choice, and their means,
/// whatever the other decisions are.
/// </summary>
internal static class SlicePlots
{
    /// <summary>Decisions that are shown at most, the most important first.</summary>
    public const int Most = 24;

    private const int CellsUp = 60;
    private const int CellsInBand = 12;
    private const double Band = 0.6;

    /// <summary>The plots, of the most important decision first.</summary>
    public static IReadOnlyList<Plot> Of(SearchFollower search, ISearchSpace space, string metric)
    {
        var trials = Trials(search, space, metric);
        return trials.Length == 0 ? []
            : [.. Decisions(search, space).Take(Most).Select(place => Slice(search, space, metric, trials, place))];
    }

    /// <summary>Numbers of the trials that measured a metric, of the highest fidelity; none where they are not of this space.</summary>
    public static int[] Trials(SearchFollower search, ISearchSpace space, string metric)
    {
        var trials = search.Trials;
        return trials.Architectures.Decisions == space.Decisions.Decisions.Length && trials.Metrics.TryGetValue(metric, out var column)
            ? [.. Enumerable.Range(0, (int)trials.Count).Where(number => trials.IsComparable(number) && double.IsFinite(column[number]))]
            : [];
    }

    /// <summary>Places of the decisions that have a choice, by their importance; as the space has them where that is not known.</summary>
    public static IReadOnlyList<int> Decisions(SearchFollower search, ISearchSpace space)
    {
        var order = Importance.Of(search, space).Select(one => one.Decision).ToList();
        return
        [
            .. Enumerable.Range(0, space.Decisions.Decisions.Length).Where(place => space.Decisions.Decisions[place].Count > 1)
                .OrderBy(place => order.IndexOf(space.Decisions.Decisions[place].Name)),
        ];
    }

    private static Plot Slice(SearchFollower search, ISearchSpace space, string metric, int[] trials, int place)
    {
        var (decision, column) = (space.Decisions.Decisions[place], search.Trials.Metrics[metric]);
        var active = trials.Where(number => search.Trials.Architectures.Of(number)[place] >= 0).ToArray();
        var sums = new (double Sum, int Count)[decision.Count];
        var (x, y) = (new double[active.Length], new double[active.Length]);
        for (var i = 0; i < active.Length; i++)
        {
            var choice = search.Trials.Architectures.Of(active[i])[place];
            (x[i], y[i]) = (choice + (active[i] * 0.6180339887 % 1 - 0.5) * Band, column[active[i]]);
            sums[choice] = (sums[choice].Sum + y[i], sums[choice].Count + 1);
        }

        var thin = Thinned.Cloud(x, y, Math.Max(CellsUp, CellsInBand * decision.Count));
        int[] seen = [.. Enumerable.Range(0, decision.Count).Where(choice => sums[choice].Count > 0)];
        var means = Array.ConvertAll(seen, choice => sums[choice].Sum / sums[choice].Count);
        return new Plot(decision.Name, "", MetricText.Long(metric),
        [
            new Line("trials", [.. thin.Select(at => x[at])], [.. thin.Select(at => y[at])], LineKind.Dots)
            {
                Trials = [.. thin.Select(at => (long)active[at])],
            },
            new Line("mean", [.. seen.Select(choice => (double)choice)], means, LineKind.Marks)
            {
                Texts =
                [
                    .. seen.Zip(means, (choice, mean) =>
                        $"{decision.Choices[choice]}: {MetricText.Figure(metric, mean)}, mean of {sums[choice].Count}"),
                ],
            },
        ])
        {
            Columns = [.. decision.Choices],
        };
    }
}
