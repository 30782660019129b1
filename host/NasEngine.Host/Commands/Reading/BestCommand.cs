using System.CommandLine;
using System.Globalization;
using NasEngine.Contracts;
using NasEngine.Host.Composition;
using NasEngine.Host.Output;
using NasEngine.Host.Reports;
using NasEngine.Host.Retraining;
using NasEngine.Pipeline.Reading;
using NasEngine.Pipeline.Retraining;

namespace NasEngine.Host.Commands.Reading;

/// <summary><c>nas best ID</c>: the winners of a search; where none are chosen, the best so far.</summary>
internal static class BestCommand
{
    private static readonly Option<int?> Top =
        new Option<int?>("--top") { Description = "So many, the best first (default: 3).", HelpName = "N" }.Within(1);

    private static readonly Option<bool> Plain = new("--architecture")
    {
        Description = "Print nothing but the architecture, a line each.",
    };

    public static Command Create()
    {
        var command = new Command("best", "Show the best architectures of a search: its winners, or the best trials so far.")
        {
            SearchArgument.Id, Top, Plain, CommonOptions.Json,
        };
        command.SetAction(Run);
        return command;
    }

    private static int Run(ParseResult parsed) => ReadingCommand.Run(
        parsed.GetValue(Plain) && parsed.GetValue(CommonOptions.Json)
            ? throw new InputException("--json and --architecture do not go together; give one of them.")
            : parsed,
        opened => Found(opened, HistoryEnd.Read(opened.Journal, opened.Header, trials: 0) ?? opened.History, parsed.GetValue(Top) ?? 3),
        (opened, best) => BestJson.Of(
            opened.Header.Spec, opened.State, best.Of, best.Found, Retrained.All(opened.Journal, opened.Header.Spec.Name)),
        (opened, best, width) => best.Found.Count == 0
            ? throw new InputException($"Search '{opened.Header.Spec.Name}' has nothing measured yet that could be the best.")
            : parsed.GetValue(Plain)
                ? best.Found.Select(one => one.Found.Text)
                : Table(opened.Header.Spec, best.Of, best.Found, width).Concat(Again(opened, best, width)));

    /// <summary>What was trained again of the search; nothing where nothing was.</summary>
    private static IEnumerable<string> Again(
        OpenedSearch opened, (string Of, IReadOnlyList<FrontEntry> Found) best, int width)
    {
        var retrained = Retrained.All(opened.Journal, opened.Header.Spec.Name);
        if (retrained.Count == 0)
        {
            return [];
        }

        Architecture[] winners = best.Of == "winners" ? [.. best.Found.Select(one => one.Found.Architecture)] : [];
        var (head, rows) = RetrainText.Table(RetrainText.Rows(retrained, winners));
        return TextColumns.Whole(["trained again", .. head.Skip(1).Select(one => $" {one}"), "architecture"], rows.Zip(
            retrained, (row, one) => (IReadOnlyList<string>)[.. row, opened.Space.Format(one.Architecture)]), width);
    }

    /// <summary>What they are, and they: winners with their ranks, or leaders with the numbers of their trials.</summary>
    private static (string Of, IReadOnlyList<FrontEntry> Found) Found(OpenedSearch opened, SearchHistory history, int top)
    {
        var winners = SearchSummary.Of(history, opened.Space, opened.Folder).Found;
        return winners.Count > 0
            ? ("winners", [.. winners.Take(top).Select((found, rank) => new FrontEntry(rank, found))])
            : ("trials so far", [.. opened.Leaders(history).Take(top).Select((leader, rank) => new FrontEntry(
                leader.Number,
                new FoundSummary(
                    leader.Architecture, opened.Space.Format(leader.Architecture), leader.Measurement.Metrics, rank + 1)))]);
    }

    private static IEnumerable<string> Table(SearchSpec spec, string of, IReadOnlyList<FrontEntry> found, int width)
    {
        var metrics = spec.Objective.Axes.Select(axis => axis.Metric).Prepend(MetricNames.TestAccuracy).Distinct()
            .Concat([MetricNames.Macs, MetricNames.Parameters, MetricNames.Latency, MetricNames.PredictedLatency]).Distinct()
            .Where(metric => found.Any(one => one.Found.Metrics.ContainsKey(metric))).ToArray();
        var isOfWinners = of == "winners";
        string[] heads = [isOfWinners ? " rank" : " trial", .. metrics.Select(metric => $" {MetricText.Short(metric)}"), "architecture"];
        return TextColumns.Whole(heads, found.Select(one => (IReadOnlyList<string>)
        [
            (isOfWinners ? one.Number + 1 : one.Number).ToString(CultureInfo.InvariantCulture),
            .. metrics.Select(metric => one.Found.Figure(metric)),
            one.Found.Text,
        ]), width);
    }
}
