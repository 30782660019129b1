using NasEngine.Contracts;

namespace NasEngine.Spaces.Benchmarks;

/// <summary>Options of the estimator <c>table</c>.</summary>
/// <param name="Table">The file.</param>
/// <param name="Format">Its columns.</param>
internal sealed record TableOptions(InputFile Table, TableFormat Format)
{
    /// <summary>Character between the fields of a line.</summary>
    public char Separator { get; init; } = ',';

    /// <summary>Text between several accuracies in one field.</summary>
    public string SeedSeparator { get; init; } = ";";

    /// <summary>Unit of the accuracies.</summary>
    public string Accuracy { get; init; } = TableUnits.Percent;

    /// <summary>Unit of the latencies.</summary>
    public string LatencyUnit { get; init; } = TableUnits.Milliseconds;

    /// <summary>Columns that were asked for and must be there; others of the format may be missing.</summary>
    public IReadOnlyList<string> Asked { get; init; } = [];

    /// <summary>Share of candidates that fail on purpose, 0 to 1.</summary>
    public double FailureRate { get; init; }

    /// <summary>Reads them.</summary>
    public static TableOptions Read(OptionReader options)
    {
        var table = options.File(
            "table", "nasbench201.csv.gz",
            "Published results, a row per architecture: CSV with a header, or JSON with an object per architecture; plain or gzip.");
        var usual = TableFormat.Of(options.OneOf(
            "format", TableFormat.Usual, "A published format; what other options say goes before it.", TableFormat.Names));
        var format = new TableFormat(
            options.Text("architecture", usual.Architecture, "Column of the architecture in the text form of its space; in JSON its key."),
            options.Text("validation", usual.Validation, "Column of the validation accuracy; empty for none."),
            options.Text("test", usual.Test, "Columns of test accuracies joined by ',', of which the mean counts; empty for none."),
            options.Text("macs", usual.Macs, "Column of the multiply-adds; the format's may be missing."),
            options.Unless("macs", "").OneOf("macsUnit", usual.MacsUnit, "Unit of the multiply-adds.", TableUnits.Counts),
            options.Text("params", usual.Parameters, "Column of the parameters; the format's may be missing."),
            options.Unless("params", "").OneOf("paramsUnit", usual.ParametersUnit, "Unit of the parameters.", TableUnits.Counts),
            options.Text("latency", usual.Latency, "Column of the latency; the format's may be missing."));
        return new TableOptions(table, format)
        {
            Asked = [.. new[] { (format.Macs, usual.Macs), (format.Parameters, usual.Parameters), (format.Latency, usual.Latency) }
                .Where(column => column.Item1 != column.Item2 && column.Item1.Length > 0)
                .Select(column => column.Item1)],
            Separator = SeparatorOf(options),
            SeedSeparator = options.Text("seedSeparator", ";", "Text between several accuracies in one field."),
            Accuracy = options.OneOf("accuracy", TableUnits.Percent, "Unit of the accuracies.", TableUnits.Accuracies),
            LatencyUnit = options.Unless("latency", "").OneOf(
                "latencyUnit", TableUnits.Milliseconds, "Unit of the latencies.", TableUnits.Times),
            FailureRate = options.Number(
                "failureRate", 0,
                "Share of candidates that fail on purpose, to rehearse faults; which ones depends on the seed and the candidate's number.",
                min: 0, max: 1),
        };
    }

    private static char SeparatorOf(OptionReader options) => options.OneOf(
        "separator", "comma", "What stands between the fields of a line of CSV.", "comma", "semicolon", "tab") switch
    {
        "semicolon" => ';',
        "tab" => '\t',
        _ => ',',
    };
}
