using System.Globalization;
using NasEngine.Contracts;
using NasEngine.Host.Display;
using NasEngine.Host.Output;
using NasEngine.Pipeline.Journal;
using NasEngine.Pipeline.Reading.Following;
using NasEngine.Search;

namespace NasEngine.Web.Live;

/// <summary>A search in the list: where it is, what it found, how fast it goes.</summary>
public sealed record SearchRow
{
    /// <summary>The search.</summary>
    public required SearchHeader Header { get; init; }

    /// <summary>running, paused, interrupted, waiting (to be told), failed or completed: true also after its process was killed.</summary>
    public required string State { get; init; }

    /// <summary>Where it is; null where that cannot be read.</summary>
    public SearchState? At { get; init; }

    /// <summary>Candidates a second, while it runs; null where nobody knows.</summary>
    public double? PerSecond { get; init; }

    /// <summary>Why it cannot be read, in a sentence; null where it can.</summary>
    public string? Problem { get; init; }

    /// <summary>Number in the workspace.</summary>
    public long Id => Header.Id;

    /// <summary>Its name.</summary>
    public string Name => Header.Spec.Name;

    /// <summary>Its strategy and what is in it.</summary>
    public string Method => PartsText.Of(Header.Spec);

    /// <summary>What it spent: <c>12 of 40</c>.</summary>
    public string Spent => At is null ? "" : BudgetText.Candidates(At.ObservedCount, Header.Spec.Budget);

    /// <summary>The share of the budget that is spent, 0 to 1, by the limit that is nearest.</summary>
    public double Share => At is null
        ? 0
        : Math.Max(BudgetText.Share(At), Header.Spec.Budget.Time is { } limit ? Math.Min(1, Header.Seconds / limit.TotalSeconds) : 0);

    /// <summary>The metric of the best with its name: of the best winner, or of the best trial so far; null before there is one.</summary>
    public (string Metric, double Value)? Best =>
        At?.Finalists.FirstOrDefault(one => one.Measurement is { Failure: null })?.Measurement is { } final ? Shown(final)
        : At?.Leaders is [var leader, ..] ? Shown(leader.Measurement)
        : null;

    /// <summary>The best in words: <c>val acc 0.8017</c>.</summary>
    public string BestText => Best is var (metric, value) ? $"{MetricText.Short(metric)} {MetricText.Figure(metric, value)}" : "–";

    /// <summary>How fast it goes, in words.</summary>
    public string Rate => PerSecond is { } rate
        ? string.Create(
            CultureInfo.InvariantCulture,
            $"{(rate < 100 ? rate.ToString("0.00", CultureInfo.InvariantCulture) : rate.ToString("0", CultureInfo.InvariantCulture))}/s")
        : "–";

    /// <summary>The time until its budget is spent, at this rate; null where nobody knows.</summary>
    public TimeSpan? Left
    {
        get
        {
            if (State != "running" || At is not { Phase: SearchPhase.Searching })
            {
                return null;
            }

            var counted = PerSecond is { } rate && BudgetText.Left(At) is { } left ? TimeSpan.FromSeconds(left / rate) : (TimeSpan?)null;
            var timed = Header.Spec.Budget.Time is { } limit ? limit - TimeSpan.FromSeconds(Header.Seconds) : (TimeSpan?)null;
            return counted is null ? timed : timed is null || counted < timed ? counted : timed;
        }
    }

    /// <summary>How long it ran, in words.</summary>
    public string Duration => ProgressLine.Duration(TimeSpan.FromSeconds(Header.Seconds));

    /// <summary>The row of a search.</summary>
    /// <param name="header">The search.</param>
    /// <param name="state">What its state is called.</param>
    /// <param name="followed">Where it is.</param>
    public static SearchRow Of(SearchHeader header, string state, StateFollower followed) => new()
    {
        Header = header,
        State = state,
        At = followed.State,
        PerSecond = state == "running" ? followed.PerSecond : null,
    };

    private (string, double)? Shown(Measurement measurement) =>
        new[] { MetricNames.TestAccuracy, Header.Spec.Objective.Axes[0].Metric }
            .Where(metric => measurement.Metrics.ContainsKey(metric))
            .Select(metric => ((string, double)?)(metric, measurement.Metrics[metric]))
            .FirstOrDefault();
}
