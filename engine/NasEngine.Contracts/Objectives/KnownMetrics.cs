using System.Buffers;

namespace NasEngine.Contracts;

/// <summary>What is known of metrics by their names: of the engine's own (<see cref="MetricNames"/>); those of others are free.</summary>
public static class KnownMetrics
{
    /// <summary>Blanks, control characters, and what stands between names on command lines and in tables.</summary>
    private static readonly SearchValues<char> NoNames = SearchValues.Create([',', ';', '"', .. Enumerable.Range(0, 0xA1)
        .Select(code => (char)code).Where(letter => char.IsControl(letter) || char.IsWhiteSpace(letter))]);

    private static readonly string[] Shares = [MetricNames.ValidationAccuracy, MetricNames.TestAccuracy];

    private static readonly string[] Explained = [MetricNames.ValidationR2, MetricNames.TestR2];

    private static readonly string[] Amounts =
    [
        MetricNames.TrainedEpochs, MetricNames.Macs, MetricNames.Parameters, MetricNames.ActivationBytes, MetricNames.WeightBytes,
        MetricNames.Latency, MetricNames.PredictedLatency, MetricNames.VirtualSeconds,
    ];

    private static readonly string[] Losses = [MetricNames.ValidationLoss, MetricNames.TrainLoss];

    /// <summary>Whether a metric can be called so.</summary>
    public static bool IsName(ReadOnlySpan<char> name) => !name.IsEmpty && !name.ContainsAny(NoNames);

    /// <summary>Which way a metric is better; null where nobody knows.</summary>
    public static Direction? Better(string metric) => Quality(metric) ?? (Amounts.Contains(metric) ? Direction.Minimize : null);

    /// <summary>
    /// Which way a metric is better that says how well a network does what it is for, which nobody wants the other way round; null for
    /// costs, the largest of which somebody may want, and for what nobody knows.
    /// </summary>
    public static Direction? Quality(string metric) =>
        Shares.Contains(metric) || Explained.Contains(metric) ? Direction.Maximize
        : Losses.Contains(metric) ? Direction.Minimize
        : null;

    /// <summary>
    /// What a metric must be, where it cannot be this: <c>a share from 0 to 1</c>. Null where it can. Losses may be anybody's own, of any
    /// sign.
    /// </summary>
    /// <param name="metric">Name of the metric.</param>
    /// <param name="value">The value, or a limit that it is to keep to.</param>
    public static string? MustBe(string metric, double value) =>
        Shares.Contains(metric) && value is (< 0 or > 1) ? "a share from 0 to 1"
        : Explained.Contains(metric) && value > 1 ? "at most 1"
        : Amounts.Contains(metric) && value < 0 ? "a number from 0 on"
        : null;
}
