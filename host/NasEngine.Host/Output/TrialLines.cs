using System.Globalization;
using NasEngine.Contracts;
using NasEngine.Pipeline.Reading;
using NasEngine.Search;

namespace NasEngine.Host.Output;

/// <summary>The trials of a search, a line each, with those that failed. Pure: tested as text.</summary>
internal static class TrialLines
{
    /// <summary>How many are shown.</summary>
    public const int Shown = 20;

    /// <summary>The last trials, then how many candidates failed and why; of a supernet's steps only what failed.</summary>
    public static IEnumerable<string> Of(SearchHistory history, ISearchSpace space)
    {
        var trials = history.Candidates.Where(entry => entry.Candidate.Work is Trial).ToArray();
        if (history.Trials > Shown)
        {
            yield return $"… {history.Trials - Shown} trials before: nas show --json has all";
        }

        foreach (var trial in trials.TakeLast(Shown))
        {
            yield return Of(trial, history.Header.Spec.Objective, space);
        }

        foreach (var line in FailureLines.Of(history))
        {
            yield return line;
        }
    }

    /// <summary>A leader: <c>trial 7  val acc 0.9000  MACs 1.20 M  …</c>.</summary>
    public static string Of(Leader leader, ObjectiveSpec objective, ISearchSpace space) =>
        Line(leader.Number, Metrics(leader.Measurement, objective), space.Format(leader.Architecture));

    private static string Of(HistoryEntry entry, ObjectiveSpec objective, ISearchSpace space) => Line(
        entry.Candidate.Number,
        entry.Measurement is not { } measurement ? "in flight"
            : measurement.Failure is { } failure ? $"failed: {FailureTally.Reason(failure)}"
            : Metrics(measurement, objective),
        space.Format(((Trial)entry.Candidate.Work).Architecture));

    private static string Line(long number, string what, string text) =>
        string.Create(CultureInfo.InvariantCulture, $"trial {number}  {what}  {text}");

    private static string Metrics(Measurement measurement, ObjectiveSpec objective) => string.Join("  ", objective.Axes
        .Where(axis => measurement.Metrics.ContainsKey(axis.Metric))
        .Select(axis => $"{MetricText.Short(axis.Metric)} {MetricText.Figure(axis.Metric, measurement.Metrics[axis.Metric])}"));
}
