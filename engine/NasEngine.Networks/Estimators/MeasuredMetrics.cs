using NasEngine.Contracts;

namespace NasEngine.Networks;

/// <summary>Names of what trained networks are measured by.</summary>
internal static class MeasuredMetrics
{
    /// <summary>What a network has that was trained on its own.</summary>
    /// <param name="options">How it is trained and measured.</param>
    /// <param name="learnsNumbers">Whether the data has numbers to learn, and not classes.</param>
    public static IReadOnlyList<string> Of(FromScratchOptions options, bool learnsNumbers) =>
    [
        .. options.Test ? [learnsNumbers ? MetricNames.TestR2 : MetricNames.TestAccuracy] : Array.Empty<string>(),
        .. options.Patience > 0 ? [MetricNames.TrainedEpochs] : Array.Empty<string>(),
        learnsNumbers ? MetricNames.ValidationR2 : MetricNames.ValidationAccuracy, MetricNames.ValidationLoss, MetricNames.TrainLoss,
    ];

    /// <summary>What a supernet has: slices what is validated, steps of the engine's rules also the loss that they trained by.</summary>
    public static IReadOnlyList<string> OfSupernet { get; } =
        [MetricNames.ValidationAccuracy, MetricNames.ValidationLoss, MetricNames.TrainLoss];
}
