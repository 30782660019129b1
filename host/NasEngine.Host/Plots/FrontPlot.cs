using NasEngine.Contracts;
using NasEngine.Host.Output;
using NasEngine.Pipeline.Reading.Following;
using NasEngine.Search;

namespace NasEngine.Host.Plots;

/// <summary>The trade-off between two metrics: all trials of the highest fidelity, and those that none other dominates.</summary>
/// <param name="Plot">The picture.</param>
/// <param name="Front">The numbers of what is on the front, in the order of the picture.</param>
/// <param name="Measured">How many trials there are.</param>
public sealed record FrontPlot(Plot Plot, IReadOnlyList<long> Front, int Measured)
{
    private const int CellsOfSide = 70;

    /// <summary>How many of them lie outside the part that is shown at first.</summary>
    public int Outside { get; init; }

    /// <summary>Metrics that can be axes: those of the objective first.</summary>
    public static IReadOnlyList<string> Axes(SearchFollower search) => [.. search.Header.Spec.Objective.Axes
        .Select(axis => axis.Metric).Where(search.Trials.Metrics.ContainsKey)
        .Concat(search.Trials.Metrics.Keys).Distinct()];

    /// <summary>Which way a metric is better: as the objective says, or else higher for accuracies and lower for all others.</summary>
    public static Direction DirectionOf(SearchFollower search, string metric) =>
        search.Header.Spec.Objective.Axes.FirstOrDefault(axis => axis.Metric == metric)?.Direction
        ?? KnownMetrics.Better(metric) ?? (metric.Contains("accuracy", StringComparison.Ordinal) ? Direction.Maximize : Direction.Minimize);

    /// <summary>The trade-off by two metrics.</summary>
    public static FrontPlot Of(SearchFollower search, string across, string up, Func<long, string> text)
    {
        var (columnX, columnY) = (search.Trials.Metrics[across], search.Trials.Metrics[up]);
        var numbers = Enumerable.Range(0, (int)search.Trials.Count)
            .Where(number =>
                search.Trials.IsComparable(number) && double.IsFinite(columnX[number]) && double.IsFinite(columnY[number])).ToArray();
        double[] x = [.. numbers.Select(number => columnX[number])], y = [.. numbers.Select(number => columnY[number])];
        var front = PlaneFront.Of(x, y, DirectionOf(search, across), DirectionOf(search, up));
        double[] targets =
            [.. search.Header.Spec.Objective.Targets.Where(target => target.Metric == across).Select(target => target.Value)];
        var window = PlotWindow.Around(x, y, front, targets);
        var seen = Thinned.Cloud(x, y, CellsOfSide).ToLookup(place => search.Trials.Excesses[numbers[place]] > 0);
        var plot = new Plot($"{MetricText.Short(up)} against {MetricText.Short(across)}", Title(search, across), Title(search, up),
        [
            Dots("trials", seen[false]),
            Dots("trials that miss a requirement", seen[true]),
            .. targets.Where(_ => y.Length > 0)
                .Select(target => new Line(
                    "target", [target, target], [window?.Low ?? y.Min(), window?.High ?? y.Max()], LineKind.Level)),
            new Line("front", [.. front.Select(place => x[place])], [.. front.Select(place => y[place])], LineKind.Marks)
            {
                Trials = [.. front.Select(place => (long)numbers[place])],
                Texts = [.. front.Select(place => text(numbers[place]))],
            },
        ])
        {
            Window = window,
        };
        return new FrontPlot(plot, [.. front.Select(place => (long)numbers[place])], numbers.Length)
        {
            Outside = window is null ? 0 : x.Zip(y).Count(point => !window.Has(point.First, point.Second)),
        };

        Line Dots(string name, IEnumerable<int> places) =>
            new(name, [.. places.Select(place => x[place])], [.. places.Select(place => y[place])], LineKind.Dots)
        {
            Trials = [.. places.Select(place => (long)numbers[place])],
        };
    }

    private static string Title(SearchFollower search, string metric) =>
        $"{MetricText.Long(metric)}, {MetricText.Wish(DirectionOf(search, metric))}";
}
