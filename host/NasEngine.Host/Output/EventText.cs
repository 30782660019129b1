using System.Globalization;
using NasEngine.Contracts;
using NasEngine.Pipeline.Workspaces;
using NasEngine.Search;

namespace NasEngine.Host.Output;

/// <summary>Events of a search as lines of its log. Pure: tested as text.</summary>
internal static class EventText
{
    /// <summary>
    /// The lines, mostly one; none for what is told only where all is asked for. Architectures that are chosen have one each.
    /// </summary>
    /// <param name="at">When it was written.</param>
    /// <param name="happened">What happened.</param>
    /// <param name="format">Says an architecture in the words of its space.</param>
    /// <param name="all">Whether proposals, results and checkpoints are told one by one.</param>
    public static IReadOnlyList<LogLine> Of(DateTimeOffset at, SearchEvent happened, Func<Architecture, string> format, bool all) =>
        happened is FinalistsChosen { Architectures: var chosen }
            ?
            [
                new(at, "winners", chosen.Length == 1 ? "1 winner chosen" : Text($"{chosen.Length} winners chosen")),
                .. chosen.Select((one, rank) => new LogLine(at, "winners", Text($"winner {rank + 1}, as chosen: {format(one)}"))),
            ]
            : Line(at, happened, format, all) is { } line ? [line] : [];

    private static LogLine? Line(DateTimeOffset at, SearchEvent happened, Func<Architecture, string> format, bool all) => happened switch
    {
        Measured { Measurement.Failure: { } failure } e =>
            new(at, "failed", Text($"{CandidateText.Of(e.Number)} failed: {FailureTally.Reason(failure)}")),
        AttemptFailed e => new(at, "lost", Text($"{CandidateText.Of(e.Number)}, attempt {e.Attempt} was lost: {e.Reason}")),
        NodeHappened { News: NodeJoined { Facts: var facts } } e => new(
            at, "node", Text($"'{e.Node.Name}' at {facts.Address} lends {facts.Slots} {(facts.Slots == 1 ? "worker" : "workers")}")),
        NodeHappened { News: NodeLeft left } e => new(at, "node", $"'{e.Node.Name}' is gone: {left.Reason}"),
        NodeHappened { News: StartFailed failed } e => new(at, "node", failed.Reason),
        NodeHappened { News: CandidateLeft left } e => new(
            at, "lost", Text($"{CandidateText.Of(left.Number)} is given elsewhere, node '{e.Node.Name}' had it: {left.Reason}")),
        PluginsChanged e => new(at, "plugins", "goes on with other files of "
            + string.Join(" and ", e.Changes.Select(change => $"plugin '{change.Plugin}'"))),
        TimeSpent => new(at, "budget", "the wall time of the budget has passed"),
        Paused => new(at, "pause", "paused: nothing new begins"),
        Resumed => new(at, "pause", "goes on after the pause"),
        Enqueued e => new(at, "enqueued", $"to be tried next: {format(e.Architecture)}"),
        Noted { Candidate: { } candidate } e => new(at, "note", Text($"of {CandidateText.Of(candidate)}: {e.Text}")),
        Noted e => new(at, "note", e.Text),
        Renamed e => new(at, "name", $"called '{e.Name}' from here on"),
        FinalistMeasured e => new(at, "winners", Text($"winner {e.Rank + 1}, as chosen, {(
            e.Seed == 0 ? "" : Text($"from seed {e.Seed + 1}, "))}measured: {Figures(e.Measurement)}")),
        FinalistsRanked e => new(
            at, "winners", $"ranked by their own measurements: {string.Join(", ", e.Order.Select(place => Text($"{place + 1}")))}"),
        Redefined => new(at, "definition", "goes on with another definition"),
        Completed => new(at, "end", "done"),
        Failed e => new(at, "end", $"failed: {e.Reason}"),
        Proposed { Candidate: { Work: Trial trial } candidate } when all =>
            new(at, "proposed", Text($"trial {candidate.Number}: {format(trial.Architecture)}")),
        Proposed { Candidate: var candidate } when all =>
            new(at, "proposed", Text($"step {candidate.Number}, {candidate.Work.Routes.Count()} routes")),
        Measured e when all => new(at, "measured", Text($"{CandidateText.Of(e.Number)}: {Figures(e.Measurement)}")),
        CheckpointSaved e when all => new(at, "checkpoint", Text($"after candidate {e.Number}: {e.File}")),
        _ => null,
    };

    private static string Figures(Measurement measurement) => measurement.Failure is { } failure
        ? FailureTally.Reason(failure)
        : string.Join(", ", measurement.Metrics.Select(metric =>
            $"{MetricText.Short(metric.Key)} {MetricText.Figure(metric.Key, metric.Value)}"));

    private static string Text(FormattableString text) => text.ToString(CultureInfo.InvariantCulture);
}
