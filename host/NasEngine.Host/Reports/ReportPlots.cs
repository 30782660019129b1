using NasEngine.Contracts;
using NasEngine.Host.Plots;
using NasEngine.Host.Plots.Parallel;
using NasEngine.Host.Plots.Slices;
using NasEngine.Host.Plots.Timelines;
using NasEngine.Pipeline.Journal;
using NasEngine.Pipeline.Reading.Following;
using NasEngine.Pipeline.Workspaces;

namespace NasEngine.Host.Reports;

/// <summary>What the report draws of a search: the plots of the web view, as they are at one moment.</summary>
internal sealed record ReportPlots
{
    private const int MostSlices = 6, MostTradeOffs = 3, MostDecisions = 20;

    /// <summary>Trade-offs between the first metric of the objective and each of the others.</summary>
    public IReadOnlyList<Plot> Fronts { get; init; } = [];

    /// <summary>Curves over candidates, and the best so far over time.</summary>
    public IReadOnlyList<Plot> Curves { get; init; } = [];

    /// <summary>How much each decision has to do with being among the best.</summary>
    public Plot? Importance { get; init; }

    /// <summary>The first metric by the choices of the most important decisions.</summary>
    public IReadOnlyList<Plot> Slices { get; init; } = [];

    /// <summary>Trials as lines across decisions and metrics.</summary>
    public ParallelPlot? Parallel { get; init; }

    /// <summary>The distribution over architectures as the search went on.</summary>
    public Distribution? Distribution { get; init; }

    /// <summary>When what happened.</summary>
    public Timeline? Timeline { get; init; }

    /// <summary>The plots of a search.</summary>
    /// <param name="workspace">Its workspace.</param>
    /// <param name="journal">The journal.</param>
    /// <param name="header">The search in it.</param>
    /// <param name="space">Its space.</param>
    /// <param name="objective">Its objective; null where its plugin is not there, and then nothing is ranked.</param>
    /// <exception cref="InputException">The journal is damaged.</exception>
    public static ReportPlots Of(
        string workspace, SearchJournal journal, SearchHeader header, ISearchSpace space, IObjective? objective)
    {
        var search = new SearchFollower(header, space, objective);
        search.Advance(journal, header, int.MaxValue / 2);
        var metric = header.Spec.Objective.Axes[0].Metric;
        var axes = ParallelPlot.AxesOf(search, space);
        var windows = search.Shares!.Windows();
        return new ReportPlots
        {
            Fronts = [.. TradeOffs(search)],
            Curves =
            [
                .. SearchPlots.Of(search, byTime: false),
                .. SearchPlots.Of(search, byTime: true).Take(1).Select(plot => plot with { Title = plot.Title + " over time" }),
            ],
            Importance = ImportancePlot.Of(Plots.Importance.Of(search, space), MostDecisions),
            Slices = [.. SlicePlots.Of(search, space, metric).Take(MostSlices)],
            Parallel = search.IsSupernet ? null
                : ParallelPlot.Of(search, space, axes, new Dictionary<int, Brush>()) is { Measured: > 1 } plot ? plot : null,
            Distribution = windows.Length == 0 ? null : Distribution.Of(space, windows),
            Timeline = Timeline.Of(search, new SearchLog(workspace, header.Spec.Name).Read(), space),
        };
    }

    private static IEnumerable<Plot> TradeOffs(SearchFollower search)
    {
        var measured = search.Header.Spec.Objective.Axes.Select(axis => axis.Metric).Where(search.Trials.Metrics.ContainsKey).ToArray();
        return search.IsSupernet || measured.Length < 2 ? [] : measured.Skip(1).Take(MostTradeOffs)
            .Select(across => FrontPlot.Of(search, across, measured[0], _ => "").Plot).Where(plot => !plot.IsEmpty);
    }
}
