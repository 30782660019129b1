using NasEngine.Contracts;

namespace NasEngine.Spaces.Benchmarks;

/// <summary>Options of the estimator <c>table</c>.</summary>
/// <param name="Table">Path of the CSV file, plain or gzip, relative to the working directory.</param>
/// <param name="Latency">Column that <c>latency_ms</c> is taken from.</param>
/// <param name="FailureRate">Share of candidates that fail on purpose, 0 to 1.</param>
internal sealed record TableOptions(string Table, string Latency = TableOptions.UsualLatency, double FailureRate = 0)
{
    /// <summary>The column that tables may lack.</summary>
    public const string UsualLatency = "pixel3_latency_ms";

    /// <summary>Reads them.</summary>
    public static TableOptions Read(OptionReader options) => new(
        options.Text("table", "nasbench201.csv.gz",
            "CSV file, plain or gzip, with columns arch_str, cifar10_val_acc (percent) and cifar10_test_acc_seeds (percent, joined by ';'); macs_m and params_m (millions) are used where present."),
        options.Text("latency", UsualLatency, "Column that latency_ms is taken from; the usual one may be missing."),
        options.Number("failureRate", 0,
            "Share of candidates that fail on purpose, to rehearse faults; which ones depends on the seed and the candidate's number only.",
            min: 0, max: 1));
}
