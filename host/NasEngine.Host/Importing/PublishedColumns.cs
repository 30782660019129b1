using System.Collections.Immutable;
using NasEngine.Contracts;

namespace NasEngine.Host.Importing;

/// <summary>What the columns of a published table are.</summary>
/// <param name="Architecture">Column of the architecture.</param>
/// <param name="Metrics">Metrics with their columns.</param>
/// <param name="IsPercent">Whether accuracies are percentages.</param>
internal sealed record PublishedColumns(
    string Architecture, ImmutableArray<(string Metric, string Column)> Metrics, bool IsPercent)
{
    /// <summary>Names of the formats.</summary>
    public static ImmutableArray<string> Names { get; } = ["nas-bench-201", "nas-bench-macro"];

    /// <summary>
    /// The format of a name: NAS-Bench-201 (arXiv 2001.00326) with latencies of HW-NAS-Bench (arXiv 2103.10584) as one CSV, or
    /// NAS-Bench-Macro (arXiv 2103.11922) as CSV.
    /// </summary>
    /// <exception cref="InputException">There is none of this name.</exception>
    public static PublishedColumns Of(string name) => name switch
    {
        "nas-bench-201" => new(
            "arch_str",
            [
                (MetricNames.ValidationAccuracy, "cifar10_val_acc"), (MetricNames.TestAccuracy, "cifar10_test_acc_seeds"),
                (MetricNames.Latency, "pixel3_latency_ms"),
            ],
            true),
        "nas-bench-macro" => new(
            "arch",
            [(MetricNames.TestAccuracy, "mean_acc"), (MetricNames.Parameters, "params"), (MetricNames.Macs, "flops")], true),
        _ => throw new InputException($"Tables are published in no format '{name}': {Suggest.Instead(name, Names)}"),
    };
}
