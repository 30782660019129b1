using System.Collections.Immutable;
using NasEngine.Contracts;
using NasEngine.Pipeline.Reading;
using NasEngine.Search;

namespace NasEngine.Host.Output.Trials;

/// <summary>A candidate as lists show it.</summary>
/// <param name="Number">Its number.</param>
/// <param name="State">What became of it: <see cref="Done"/>, <see cref="Failed"/> or <see cref="Open"/>.</param>
/// <param name="Architecture">In the text form of its space; of a step of a supernet, what it trained and measured.</param>
/// <param name="Metrics">What was measured; empty where nothing was.</param>
internal sealed record TrialRow(long Number, string State, string Architecture, ImmutableSortedDictionary<string, double> Metrics)
{
    /// <summary>Measured.</summary>
    public const string Done = "done";

    /// <summary>Measured, and without a result.</summary>
    public const string Failed = "failed";

    /// <summary>Proposed and not measured: in flight, or left so by a run that ended.</summary>
    public const string Open = "open";

    /// <summary>The states.</summary>
    public static readonly ImmutableArray<string> States = [Done, Failed, Open];

    /// <summary>Id of the architecture; null of a step of several.</summary>
    public string? Id { get; init; }

    /// <summary>
    /// Its score by the objective, more of which is better; null where it has none, or the objective's plugin is not here.
    /// </summary>
    public double? Score { get; init; }

    /// <summary>Why it failed; null where it did not.</summary>
    public string? Failure { get; init; }

    /// <summary>When its result was written; null while there is none.</summary>
    public DateTimeOffset? At { get; init; }

    /// <summary>How much was spent on it; null of a step of a supernet.</summary>
    public Fidelity? Fidelity { get; init; }

    /// <summary>All candidates of a search.</summary>
    /// <param name="history">The search.</param>
    /// <param name="space">Its space.</param>
    /// <param name="objective">What scores trials; null where nobody knows.</param>
    public static IReadOnlyList<TrialRow> Of(SearchHistory history, ISearchSpace space, IObjective? objective) =>
        [.. history.Candidates.Select(entry => Of(entry, space, objective))];

    private static TrialRow Of(HistoryEntry entry, ISearchSpace space, IObjective? objective)
    {
        var measurement = entry.Measurement;
        var trial = entry.Candidate.Work as Trial;
        return new TrialRow(
            entry.Candidate.Number,
            measurement is null ? Open : measurement.Failure is null ? Done : Failed,
            trial is null ? Step((SupernetStep)entry.Candidate.Work, space) : space.Format(trial.Architecture),
            (measurement ?? new Measurement()).Metrics)
        {
            Id = trial?.Architecture.Id,
            Score = trial is null || measurement is not { Failure: null } ? null : objective?.Score(measurement.Metrics),
            Failure = measurement?.Failure is { } failure ? FailureTally.Reason(failure) : null,
            At = entry.At,
            Fidelity = trial?.Fidelity,
        };
    }

    /// <summary>A step of one path is that path, one of several is so many.</summary>
    private static string Step(SupernetStep step, ISearchSpace space)
    {
        var routes = step.Routes.Distinct().ToArray();
        return routes is [Architecture only] ? $"step of {space.Format(only)}" : $"step of {routes.Length} routes";
    }
}
