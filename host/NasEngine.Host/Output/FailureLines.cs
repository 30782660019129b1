using System.Globalization;
using NasEngine.Contracts;
using NasEngine.Pipeline.Reading;
using NasEngine.Search;

namespace NasEngine.Host.Output;

/// <summary>How many candidates of a search failed, and why. Pure: tested as text.</summary>
internal static class FailureLines
{
    private const int Reasons = 5;

    /// <summary>
    /// A line with their number, then one per reason, the most frequent first; of many reasons one per kind. None where nothing failed.
    /// </summary>
    public static IEnumerable<string> Of(SearchHistory history) =>
        Of(ByReason(history), history.Steps, history.IsSupernet ? "steps" : "trials");

    /// <summary>The lines of reasons, sorted.</summary>
    /// <param name="reasons">What failed candidates say, the kind first: <c>Diverged: Metric …</c>.</param>
    /// <param name="steps">How many candidates there were.</param>
    /// <param name="what">What they are called.</param>
    public static IEnumerable<string> Of(IReadOnlyCollection<(string Reason, long Count)> reasons, long steps, string what)
    {
        if (reasons.Count == 0)
        {
            return [];
        }

        var all = reasons.Sum(reason => reason.Count);
        return reasons
            .GroupBy(reason => reasons.Count > Reasons ? reason.Reason.Split(':')[0] : reason.Reason)
            .Select(alike => (Count: alike.Sum(reason => reason.Count), First: alike.First().Reason, More: alike.Count() - 1))
            .OrderByDescending(kind => kind.Count)
            .Select(kind => string.Create(CultureInfo.InvariantCulture, $"  {kind.Count} × {kind.First}")
                + (kind.More == 0 ? "" : string.Create(
                    CultureInfo.InvariantCulture, $" And {kind.More} more reasons of this kind: nas show --json has all")))
            .Prepend(string.Create(CultureInfo.InvariantCulture, $"{all} of {steps} {what} failed:"));
    }

    /// <summary>Failed candidates by reason, the most frequent first.</summary>
    public static (string Reason, long Count)[] ByReason(SearchHistory history) =>
    [
        .. (history.Totals?.Reasons ?? history.Candidates.Select(entry => entry.Measurement?.Failure).OfType<Failure>()
                .CountBy(FailureTally.Reason).Select(reason => KeyValuePair.Create(reason.Key, (long)reason.Value)))
            .OrderByDescending(reason => reason.Value)
            .ThenBy(reason => reason.Key, StringComparer.Ordinal)
            .Select(reason => (reason.Key, reason.Value)),
    ];
}
