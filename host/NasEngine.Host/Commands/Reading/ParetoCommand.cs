using System.CommandLine;
using System.Globalization;
using NasEngine.Contracts;
using NasEngine.Host.Composition;
using NasEngine.Host.Output;
using NasEngine.Host.Reports;
using NasEngine.Pipeline.Reading;

namespace NasEngine.Host.Commands.Reading;

/// <summary><c>nas pareto ID</c>: the Pareto front of a search, by axes that may be chosen.</summary>
internal static class ParetoCommand
{
    private static readonly Option<string?> Axes = new("--axes")
    {
        Description = "Metrics to trade off, two or more; METRIC:max or METRIC:min where it is not known which way is better "
            + "(default: those of the objective).",
        HelpName = "METRIC,METRIC",
    };

    public static Command Create()
    {
        var command = new Command("pareto", "Show the Pareto front of a search: what no other trial is better than by all axes.")
        {
            SearchArgument.Id, Axes, CommonOptions.Json,
        };
        command.SetAction(Run);
        return command;
    }

    private static int Run(ParseResult parsed) => ReadingCommand.Run(
        parsed,
        opened => Front(opened, parsed.GetValue(Axes)),
        (opened, front) => JsonText.Write(json =>
        {
            json.WriteString("search", opened.Header.Spec.Name);
            json.WriteString("state", opened.State);
            FrontJson.Write(json, front);
        }),
        (opened, front, width) => Lines(front, opened.Header.Spec.Objective, width));

    private static FrontSummary Front(OpenedSearch opened, string? axes) => FrontSummary.Of(
        opened.History, opened.Space, FrontAxes.Of(axes, opened.Header.Spec.Objective.Axes, Measured(opened.History)))!;

    private static IEnumerable<string> Lines(FrontSummary front, ObjectiveSpec objective, int width)
    {
        var wishes = front.Axes.Select(axis => $"{MetricText.Short(axis.Metric)}: {MetricText.Wish(axis.Direction)}");
        var title = $"Pareto front: {front.Share} ({string.Join(", ", wishes)})";
        return front.Entries.Count == 0 ? [title] : TextWrap.Of(title, "", width).Concat(Table(front, objective, width));
    }

    /// <summary>Metrics of what can be on the front: of trials, or of a supernet's finalists.</summary>
    private static string[] Measured(SearchHistory history) =>
    [
        .. (history.IsSupernet
                ? history.Finalists.Select(finalist => finalist.WithLatency())
                : history.Candidates.Select(entry => entry.Measurement))
            .SelectMany(measurement => measurement?.Metrics.Keys ?? []).Distinct().Order(StringComparer.Ordinal),
    ];

    private static IEnumerable<string> Table(FrontSummary front, ObjectiveSpec objective, int width)
    {
        string[] heads =
        [
            front.OfFinalists ? " finalist" : " trial", .. front.Axes.Select(axis => $" {MetricText.Short(axis.Metric)}"), "architecture",
        ];
        return TextColumns.Whole(heads, front.Entries.Select(entry => (IReadOnlyList<string>)
        [
            (front.OfFinalists ? entry.Number + 1 : entry.Number).ToString(CultureInfo.InvariantCulture),
            .. front.Axes.Select(axis => MetricText.Figure(axis.Metric, entry.Found.Metrics[axis.Metric])),
            string.Join(
                "  ", Overrun.Of(objective, entry.Found.Metrics).Select(over => over.ToString()).Prepend(entry.Found.Text)),
        ]), width);
    }
}
