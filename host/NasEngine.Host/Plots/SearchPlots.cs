using NasEngine.Contracts;
using NasEngine.Host.Output;
using NasEngine.Pipeline.Reading.Following;
using NasEngine.Search;

namespace NasEngine.Host.Plots;

/// <summary>The curves of a search over its candidates or over time.</summary>
internal static class SearchPlots
{
    private const int DotsAcross = 60;

    private static readonly string[] Losses = [MetricNames.TrainLoss, MetricNames.ValidationLoss];

    /// <summary>All that have something to show: the best so far, the metrics, the losses, all that the strategy says.</summary>
    /// <param name="search">The search.</param>
    /// <param name="byTime">Whether they go over the time since its start; over numbers of candidates otherwise.</param>
    public static IReadOnlyList<Plot> Of(SearchFollower search, bool byTime)
    {
        var unit = byTime ? TimeUnit.For(Span(search)) : null;
        var across = Places(search, unit);
        var title = unit?.Title ?? (search.IsSupernet ? "step" : "trial");
        return [.. new[] { Best(search, across, title) }
            .Concat(Metrics(search, across, title))
            .Append(Loss(search, across, title))
            .Concat(search.Trials.Statuses.Select(status => new Plot(
                StatusText.Title(status.Key), title, "",
                [Line(StatusText.Title(status.Key), search.Trials, status.Value, across), .. Target(search, status.Key, across)])))
            .Where(plot => !plot.IsEmpty)];
    }

    /// <summary>The best so far by the metric that reports show, with all trials behind it.</summary>
    public static Plot Best(SearchFollower search, double[] across, string title)
    {
        var metric = search.Header.Spec.Objective.Axes[0].Metric;
        var name = MetricText.Long(metric);
        if (!search.Trials.Metrics.TryGetValue(metric, out var column))
        {
            return new Plot("Best so far", title, name, []);
        }

        var best = BestSoFar.Of(search.Trials, across).Where(number => double.IsFinite(column[number])).ToArray();
        var line = new Line("best so far", [.. best.Select(number => across[number])], [.. best.Select(
            number => column[number])], LineKind.Steps) { Trials = best };
        if (best.Length > 0 && across.Where(double.IsFinite).DefaultIfEmpty(double.NaN).Max() is var end && end > line.X[^1])
        {
            line = line with { X = [.. line.X, end], Y = [.. line.Y, line.Y[^1]], Trials = [.. best, best[^1]] };
        }

        return best.Length == 0
            ? new Plot("Best so far", title, name, [])
            : new Plot("Best so far", title, name, [Dots(search, column, across), line]);
    }

    /// <summary>Where candidates stand on the horizontal axis: NaN where they are not measured yet.</summary>
    /// <param name="search">The search.</param>
    /// <param name="unit">The unit of the time since its start; null for the number of the candidate.</param>
    public static double[] Places(SearchFollower search, TimeUnit? unit)
    {
        var places = new double[search.Trials.Count];
        for (var number = 0; number < places.Length; number++)
        {
            places[number] = search.Trials.MeasuredAt(number) is not { } at ? double.NaN
                : unit?.Of(at - search.Header.Created) ?? number;
        }

        return places;
    }

    /// <summary>From the start of a search to its last result, or near it: in that order results of others may come later.</summary>
    public static TimeSpan Span(SearchFollower search)
    {
        for (var number = search.Trials.Count - 1; number >= 0; number--)
        {
            if (search.Trials.MeasuredAt(number) is { } at)
            {
                return at - search.Header.Created;
            }
        }

        return TimeSpan.Zero;
    }

    private static Line Dots(SearchFollower search, Column column, double[] across)
    {
        var numbers = Enumerable.Range(0, across.Length).Where(
            number => search.Trials.IsComparable(number) && double.IsFinite(column[number])).ToArray();
        var thin = Thinned.Cloud([.. numbers.Select(number => across[number])], [.. numbers.Select(number => column[number])], DotsAcross)
            .Select(place => numbers[place]).ToArray();
        return new Line("each trial", [.. thin.Select(number => across[number])], [.. thin.Select(number => column[number])], LineKind.Dots)
        {
            Trials = [.. thin.Select(number => (long)number)],
        };
    }

    /// <summary>What trials are traded off by, beside the first metric, a dot each.</summary>
    private static IEnumerable<Plot> Metrics(SearchFollower search, double[] across, string title) => search.IsSupernet ? [] :
        from axis in search.Header.Spec.Objective.Axes.Skip(1)
        where search.Trials.Metrics.ContainsKey(axis.Metric)
        select new Plot(
            $"Each trial: {MetricText.Short(axis.Metric)}", title, MetricText.Long(axis.Metric),
            [Dots(search, search.Trials.Metrics[axis.Metric], across), .. Level(search, axis.Metric, across)]);

    private static Plot Loss(SearchFollower search, double[] across, string title) => new(
        "Loss", title, "loss (nats)",
        [.. Losses.Where(search.Trials.Metrics.ContainsKey).Select(
            name => Line(MetricText.Short(name), search.Trials, search.Trials.Metrics[name], across))]);

    private static IEnumerable<Line> Target(SearchFollower search, string status, double[] across) =>
        status.StartsWith("expected_", StringComparison.Ordinal) ? Level(search, status["expected_".Length..], across) : [];

    private static IEnumerable<Line> Level(SearchFollower search, string metric, double[] across)
    {
        var seen = across.Where(double.IsFinite).DefaultIfEmpty(0).ToArray();
        return search.Header.Spec.Objective.Targets.Where(target => target.Metric == metric)
            .Select(target => new Line("target", [seen.Min(), seen.Max()], [target.Value, target.Value], LineKind.Level));
    }

    private static Line Line(string name, TrialTable trials, Column column, double[] across)
    {
        var numbers = Enumerable.Range(0, (int)trials.Count).Where(
            number => double.IsFinite(column[number]) && double.IsFinite(across[number])).ToArray();
        if (numbers.Length > 1 && Enumerable.Range(1, numbers.Length - 1).Any(i => across[numbers[i]] < across[numbers[i - 1]]))
        {
            Array.Sort(numbers, (a, b) => across[a].CompareTo(across[b]));
        }

        var (x, y) = Thinned.Curve(
            [.. numbers.Select(number => across[number])], [.. numbers.Select(number => column[number])], Plot.Points);
        return new Line(name, x, y);
    }
}
