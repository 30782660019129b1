using System.Globalization;
using NasEngine.Contracts;

namespace NasEngine.Host.Output.Trials;

/// <summary>Trials in columns: number, state, the metrics of the objective, architecture. Pure: tested as text.</summary>
internal static class TrialTable
{
    /// <summary>So many columns of an architecture are enough to know it by; who wants all of it has <c>--csv</c>.</summary>
    private const int Least = 24;

    /// <summary>The lines.</summary>
    /// <param name="rows">The trials.</param>
    /// <param name="axes">Metrics to show; of a search none of whose trials has them, those that it has.</param>
    /// <param name="width">Columns of the terminal.</param>
    public static IEnumerable<string> Of(IReadOnlyList<TrialRow> rows, IEnumerable<ObjectiveAxis> axes, int width)
    {
        var metrics = axes.Select(axis => axis.Metric).Where(metric => rows.Any(row => row.Metrics.ContainsKey(metric))).ToArray();
        metrics = metrics.Length > 0 ? metrics : [.. rows.SelectMany(row => row.Metrics.Keys).Distinct().Order(StringComparer.Ordinal)];
        string[] heads = [" trial", "state", .. metrics.Select(metric => $" {MetricText.Short(metric)}"), "architecture"];
        return TextColumns.Whole(heads, rows.Select(row => (IReadOnlyList<string>)
        [
            row.Number.ToString(CultureInfo.InvariantCulture),
            row.State,
            .. metrics.Select(metric => row.Metrics.TryGetValue(metric, out var value) ? MetricText.Figure(metric, value) : "–"),
            row.Failure is { } failure ? $"{row.Architecture}  {failure}" : row.Architecture,
        ]), width, Least);
    }
}
