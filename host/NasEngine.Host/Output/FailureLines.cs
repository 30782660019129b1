using System.Globalization;
using NasEngine.Contracts;
using NasEngine.Pipeline.Reading;
using NasEngine.Search;

namespace NasEngine.Host.Output;

/// <summary>How many candidates of a search failed, and why. Pure: tested as text.</summary>
internal static class FailureLines
{
    private const int Reasons = 5;

    /// <summary>A line with their number, then one per reason, the most frequent first; none where nothing failed.</summary>
    public static IEnumerable<string> Of(SearchHistory history)
    {
        var reasons = ByReason(history);
        if (reasons.Length == 0)
        {
            yield break;
        }

        yield return string.Create(
            CultureInfo.InvariantCulture,
            $"{reasons.Sum(reason => reason.Count)} of {history.Steps} {(history.IsSupernet ? "steps" : "trials")} failed:");
        foreach (var (reason, count) in reasons.Take(Reasons))
        {
            yield return string.Create(CultureInfo.InvariantCulture, $"  {count} × {reason}");
        }

        if (reasons.Length > Reasons)
        {
            yield return $"  … and {reasons.Length - Reasons} more reasons: nas show --json has all";
        }
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
