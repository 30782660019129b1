using System.Globalization;
using NasEngine.Contracts;
using NasEngine.Host.Reports;

namespace NasEngine.Host.Output;

/// <summary>Where the latencies of winners come from, in words: a figure that was not measured is not called so.</summary>
internal static class LatencyText
{
    /// <summary>A sentence; empty when no winner has a latency.</summary>
    public static string Of(SearchSummary summary)
    {
        var timed = summary.Found.Where(found => found.Metrics.ContainsKey(MetricNames.Latency)).ToArray();
        return timed.Length == 0 ? ""
            : timed[0].Latency is { } latency ? string.Create(
                CultureInfo.InvariantCulture,
                $"Latencies were measured on {latency.Device} of the machine of the search: one input, {Threads(latency)}, "
                + $"median of {latency.Runs} runs.")
            : Given(summary.History.Header.Spec);
    }

    /// <summary>In a word, for machines: <c>measured</c>, or the part that gave it.</summary>
    public static string? Source(FoundSummary found, SearchSpec spec) => !found.Metrics.ContainsKey(MetricNames.Latency) ? null
        : found.Latency is not null || Profiled(spec) ? "measured"
        : $"estimator '{spec.Estimator.Id}'" + (spec.Costs is { } costs ? $" or cost model '{costs.Id}'" : "");

    private static string Given(SearchSpec spec) => Profiled(spec)
        ? $"Latencies were measured on {spec.Device} of the machine of the search, when the trials ran."
        : $"Latencies are what estimator '{spec.Estimator.Id}'{(spec.Costs is { } costs ? $" or cost model '{costs.Id}'" : "")} says; "
            + "they were not measured.";

    /// <summary>Whether nothing but the profiler can have given a latency: networks are trained, and no cost model knows it.</summary>
    private static bool Profiled(SearchSpec spec) => spec.Data is not null && spec.Costs is null;

    private static string Threads(LatencyMeasurement latency) =>
        string.Create(CultureInfo.InvariantCulture, $"{latency.Threads} thread{(latency.Threads == 1 ? "" : "s")}");
}
