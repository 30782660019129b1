using System.Collections.Immutable;
using System.Globalization;
using NasEngine.Contracts;
using NasEngine.Pipeline.Reading.Following;

namespace NasEngine.Web.Views;

/// <summary>An architecture of a search that a page is about.</summary>
/// <param name="Which">What the address calls it: <c>trial-12</c>, <c>winner-0</c>, or its key.</param>
/// <param name="Title">What the page calls it.</param>
/// <param name="Architecture">The architecture.</param>
/// <param name="Metrics">What was measured of it; empty where nothing was.</param>
/// <param name="Note">Why it failed, or that it is in flight; empty otherwise.</param>
public sealed record Subject(
    string Which, string Title, Architecture Architecture, IReadOnlyDictionary<string, double> Metrics, string Note)
{
    /// <summary>Standard deviations over the seeds that a winner was trained from, by metric; empty otherwise.</summary>
    public IReadOnlyDictionary<string, double> Deviations { get; init; } = ImmutableSortedDictionary<string, double>.Empty;

    private const string Trial = "trial-";
    private const string WinnerOf = "winner-";

    /// <summary>What a word in an address says; null where there is no such architecture.</summary>
    public static Subject? Of(SearchFollower search, ISearchSpace? space, string which) =>
        Number(which, Trial) is { } trial ? OfTrial(search, which, trial)
        : Number(which, WinnerOf) is { } rank ? OfWinner(search, which, rank)
        : OfKey(space, which);

    private static Subject? OfTrial(SearchFollower search, string which, long number)
    {
        if (number >= search.Trials.Count || search.Trials.FidelityOf(number) is null)
        {
            return null;
        }

        var metrics = search.Trials.Metrics.Where(metric => double.IsFinite(metric.Value[number])).ToDictionary(
            metric => metric.Key, metric => metric.Value[number]);
        return new Subject(
            which, string.Create(CultureInfo.InvariantCulture, $"Trial {number}"),
            search.Trials.Architectures.Of(search.Header.Spec.Space.Id, number), metrics,
            search.Trials.FailureOf(number) ?? (search.Trials.MeasuredAt(number) is null ? "in flight" : ""));
    }

    private static Subject? OfWinner(SearchFollower search, string which, long rank)
    {
        if (rank >= search.Finalists.Count)
        {
            return null;
        }

        var one = search.Finalists[(int)rank];
        return new Subject(
            which, rank == 0 ? "Best" : rank == 1 ? "Runner-up" : string.Create(CultureInfo.InvariantCulture, $"Winner {rank + 1}"),
            one.Architecture,
            one.WithLatency()?.Metrics ?? new Measurement().Metrics, one.Measurement?.Failure?.Message ?? "")
        {
            Deviations = one.Deviations,
        };
    }

    private static Subject? OfKey(ISearchSpace? space, string which)
    {
        try
        {
            return space is null ? null : new Subject(which, "Architecture", space.Decisions.FromKey(which), new Measurement().Metrics, "");
        }
        catch (InputException)
        {
            return null;
        }
    }

    private static long? Number(string which, string before) => which.StartsWith(before, StringComparison.Ordinal)
        && long.TryParse(which.AsSpan(before.Length), NumberStyles.None, CultureInfo.InvariantCulture, out var number) ? number : null;
}
