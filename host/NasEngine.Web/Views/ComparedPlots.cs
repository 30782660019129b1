using NasEngine.Host.Output;
using NasEngine.Host.Plots;
using NasEngine.Web.Live;

namespace NasEngine.Web.Views;

/// <summary>The curves and fronts of several searches over each other.</summary>
internal static class ComparedPlots
{
    private const int LongestName = 36;

    /// <summary>The best so far over trials and over time, and the fronts where all have the same first two axes.</summary>
    public static IReadOnlyList<Plot> Of(IReadOnlyList<WatchedSearch> searches)
    {
        var metrics = searches.Select(one => one.Read(search => search.Header.Spec.Objective.Axes[0].Metric)).Distinct().ToArray();
        var unit = TimeUnit.For(searches.Max(one => one.Read(SearchPlots.Span)));
        return [.. new[]
        {
            Best("Best so far", "trial", null),
            Best("Best so far over time", unit.Title, unit),
            Fronts(searches),
        }.OfType<Plot>().Where(plot => !plot.IsEmpty)];

        Plot Best(string title, string across, TimeUnit? by) => new(
            title, across, metrics.Length == 1 ? MetricText.Long(metrics[0]) : string.Join(", ", metrics.Select(MetricText.Short)),
            [
                .. searches.Select(one => one.Once(
                    (nameof(ComparedPlots), by),
                    search => SearchPlots.Best(search, SearchPlots.Places(search, by), across).Lines
                        .FirstOrDefault(line => line.Kind == LineKind.Steps) is { } line
                        ? line with { Name = Short(search.Header.Spec.Name) } : null)).OfType<Line>(),
            ]);
    }

    /// <summary>A name that a legend has room for on a telephone; the ends of names tell searches of one series apart.</summary>
    internal static string Short(string name) =>
        name.Length <= LongestName ? name : $"{name[..(LongestName / 2)]}…{name[^(LongestName / 2 - 1)..]}";

    private static Plot? Fronts(IReadOnlyList<WatchedSearch> searches)
    {
        var axes = searches.Select(
            one => one.Read(search => search.Header.Spec.Objective.Axes.Take(2).Select(axis => axis.Metric).ToArray())).ToArray();
        if (axes.Any(pair => pair.Length < 2 || !pair.SequenceEqual(axes[0])))
        {
            return null;
        }

        var (up, across) = (axes[0][0], axes[0][1]);
        return new Plot("Pareto fronts", MetricText.Long(across), MetricText.Long(up),
        [
            .. searches.Select(
                one => one.Once(
                    (nameof(ComparedPlots), up, across),
                    search => !search.Trials.Metrics.ContainsKey(up) || !search.Trials.Metrics.ContainsKey(across)
                ? null
                : FrontPlot.Of(search, across, up, _ => "").Plot.Lines[^1] with { Name = Short(search.Header.Spec.Name) })).OfType<Line>(),
        ]);
    }
}
