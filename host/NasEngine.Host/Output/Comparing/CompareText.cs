using System.Globalization;
using NasEngine.Contracts;
using NasEngine.Host.Display;
using NasEngine.Pipeline.Searches;

namespace NasEngine.Host.Output.Comparing;

/// <summary>
/// Searches beside each other: what differs in their definitions, what they found, their fronts and curves. Pure: tested as text.
/// </summary>
internal static class CompareText
{
    private const int WidestCurve = 60;

    /// <summary>The lines.</summary>
    /// <param name="searches">The searches, at least two; differences are to the first.</param>
    /// <param name="width">Columns of the terminal.</param>
    public static IEnumerable<string> Of(IReadOnlyList<ComparedSearch> searches, int width)
    {
        foreach (var other in searches.Skip(1))
        {
            var differences = SpecDifference.Of(searches[0].Header.Spec, other.Header.Spec);
            yield return differences.Count == 0
                ? $"{searches[0].Name} and {other.Name} are defined alike."
                : $"{searches[0].Name} → {other.Name}:";
            foreach (var difference in differences)
            {
                foreach (var line in TextWrap.Of(TextColumns.Clean(difference), "  ", width))
                {
                    yield return line;
                }
            }
        }

        yield return "";
        foreach (var line in Table(searches, width))
        {
            yield return line;
        }

        foreach (var line in Curves(searches, width).Concat(Fronts(searches).SelectMany(line => Wrapped(line, width))))
        {
            yield return line;
        }
    }

    private static IEnumerable<string> Wrapped(string line, int width) => line.Length == 0 ? [line] : TextWrap.Of(line, "", width);

    private static IEnumerable<string> Table(IReadOnlyList<ComparedSearch> searches, int width)
    {
        var metrics = searches.SelectMany(search => search.Header.Spec.Objective.Axes.Select(axis => axis.Metric)).Distinct()
            .Prepend(MetricNames.TestAccuracy).Distinct()
            .Where(metric => searches.Any(search => search.Best?.Metrics.ContainsKey(metric) == true)).ToArray();
        string[] heads =
        [
            "search", "state", " measured", " failed", " time", .. metrics.Select(metric => $" {MetricText.Short(metric)}"), "best",
        ];
        return TextColumns.Whole(heads, searches.Select(search => (IReadOnlyList<string>)
        [
            search.Name,
            search.State,
            search.Steps.ToString(CultureInfo.InvariantCulture),
            search.Failed.ToString(CultureInfo.InvariantCulture),
            ProgressLine.Duration(TimeSpan.FromSeconds(search.Header.Seconds)),
            .. metrics.Select(metric =>
                search.Best?.Metrics.TryGetValue(metric, out var value) == true ? MetricText.Figure(metric, value) : "–"),
            search.Best is { } best ? $"{best.Text}{(search.IsWinner ? "" : " (so far)")}" : "–",
        ]), width);
    }

    /// <summary>Curves of the same metric are drawn between the same values.</summary>
    private static IEnumerable<string> Curves(IReadOnlyList<ComparedSearch> searches, int width)
    {
        var label = searches.Max(search => search.Name.Length) + 2;
        var length = Math.Clamp(width - label - 24, 8, WidestCurve);
        foreach (var alike in searches.Where(search => search.Curve.Count > 0).GroupBy(search => search.Axis))
        {
            var range = SparkLine.RangeOf(alike.SelectMany(search => search.Curve));
            yield return "";
            foreach (var line in TextWrap.Of(
                $"Best {MetricText.Short(alike.Key.Metric)} so far, from {MetricText.Figure(alike.Key.Metric, range.Least)} to "
                + MetricText.Figure(alike.Key.Metric, range.Greatest), "", width))
            {
                yield return line;
            }

            foreach (var search in alike)
            {
                var (curve, last) = (SparkLine.Of(search.Curve, length, range), MetricText.Figure(alike.Key.Metric, search.Curve[^1]));
                yield return TextColumns.Fit($"{search.Name.PadRight(label)}{curve} {last}", width);
            }
        }
    }

    private static IEnumerable<string> Fronts(IReadOnlyList<ComparedSearch> searches)
    {
        if (searches.Any(search => search.Front is null))
        {
            yield break;
        }

        yield return "";
        yield return $"Pareto fronts by {string.Join(" and ", searches[0].Front!.Axes.Select(axis => MetricText.Short(axis.Metric)))}";
        foreach (var search in searches)
        {
            var dominated = searches.Where(other => other != search).Select(other => string.Create(
                CultureInfo.InvariantCulture, $"{ComparedSearch.Dominated(search.Front!, other.Front!)} dominated by {other.Name}"));
            yield return $"{search.Name}: {search.Front!.Share}; {string.Join(", ", dominated)}";
        }
    }
}
