using System.Globalization;
using nietras.SeparatedValues;

namespace NasEngine.Host.Output.Trials;

/// <summary>Trials as CSV: a line with the names of the columns, then one per trial; what was not measured is empty.</summary>
internal static class TrialCsv
{
    private static readonly string[] Others = ["trial", "state", "architecture", "id", "score", "at", "failure"];

    /// <summary>Writes them.</summary>
    /// <param name="output">Where to.</param>
    /// <param name="rows">The trials.</param>
    public static void Write(TextWriter output, IReadOnlyList<TrialRow> rows)
    {
        var metrics = rows.SelectMany(row => row.Metrics.Keys).Distinct().Order(StringComparer.Ordinal).ToArray();
        using var writer = Sep.New(',').Writer(usual => usual with { Escape = true }).To(output, leaveOpen: true);
        if (rows.Count == 0)
        {
            output.WriteLine(string.Join(',', Columns(metrics)));
        }

        string[] columns = [.. Columns(metrics)];
        foreach (var row in rows)
        {
            using var line = writer.NewRow();
            string[] cells =
            [
                row.Number.ToString(CultureInfo.InvariantCulture), row.State, row.Architecture, row.Id ?? "", Text(row.Score),
                row.At?.ToString("O", CultureInfo.InvariantCulture) ?? "", row.Failure ?? "",
                .. metrics.Select(metric => row.Metrics.TryGetValue(metric, out var value) ? Text(value) : ""),
            ];
            foreach (var (name, cell) in columns.Zip(cells))
            {
                line[name].Set(cell);
            }
        }
    }

    /// <summary>Names of the columns of metrics beside others; a metric that is called as one of these has another name.</summary>
    public static IEnumerable<string> Named(IReadOnlyCollection<string> metrics, params string[] others)
    {
        var taken = others.Concat(metrics).ToHashSet(StringComparer.Ordinal);
        string Free(string name) => taken.Add(name) ? name : Free("metric_" + name);
        return metrics.Select(metric => others.Contains(metric) ? Free(metric) : metric);
    }

    private static IEnumerable<string> Columns(string[] metrics) => [.. Others, .. Named(metrics, Others)];

    private static string Text(double? value) => value?.ToString("R", CultureInfo.InvariantCulture) ?? "";
}
