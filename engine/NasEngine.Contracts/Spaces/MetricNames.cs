namespace NasEngine.Contracts;

/// <summary>Names of metrics that the engine itself produces. Plugins may add their own.</summary>
public static class MetricNames
{
    /// <summary>Share of validation images classified right, 0 to 1.</summary>
    public const string ValidationAccuracy = "val_accuracy";

    /// <summary>
    /// Mean cross-entropy on validation images, nats; of a number to learn the mean squared error, in variances of training.
    /// </summary>
    public const string ValidationLoss = "val_loss";

    /// <summary>Share of test images classified right, 0 to 1; only finalists have it.</summary>
    public const string TestAccuracy = "test_accuracy";

    /// <summary>
    /// Share of the variance of a number to learn that is explained on validation rows: 1 − squared error/variance; 1 at best, 0 for
    /// always giving the mean.
    /// </summary>
    public const string ValidationR2 = "val_r2";

    /// <summary>The same on test rows; only finalists have it.</summary>
    public const string TestR2 = "test_r2";

    /// <summary>Mean cross-entropy on training images, nats.</summary>
    public const string TrainLoss = "train_loss";

    /// <summary>Epochs after which a training ended that could stop early.</summary>
    public const string TrainedEpochs = "trained_epochs";

    /// <summary>Multiply-adds of one forward pass of one input.</summary>
    public const string Macs = "macs";

    /// <summary>Trainable scalars.</summary>
    public const string Parameters = "params";

    /// <summary>Bytes of all activations of one input.</summary>
    public const string ActivationBytes = "activation_bytes";

    /// <summary>Bytes that the weights take where they are kept.</summary>
    public const string WeightBytes = "weight_bytes";

    /// <summary>Median time of one input on one thread, measured, in milliseconds.</summary>
    public const string Latency = "latency_ms";

    /// <summary>What a cost model said of a winner's latency before it was measured, in milliseconds.</summary>
    public const string PredictedLatency = "predicted_latency_ms";

    /// <summary>What the measurement would have cost, seconds: of a table, the time that it says training took.</summary>
    public const string VirtualSeconds = "virtual_seconds";

    private static readonly Dictionary<string, string> OtherWords = new(StringComparer.OrdinalIgnoreCase)
    {
        ["accuracy"] = ValidationAccuracy,
        ["acc"] = ValidationAccuracy,
        ["loss"] = ValidationLoss,
        ["flops"] = Macs,
        ["parameters"] = Parameters,
        ["latency"] = Latency,
        ["memory"] = ActivationBytes,
        ["size"] = WeightBytes,
    };

    /// <summary>The metrics that the engine itself produces.</summary>
    public static IReadOnlyList<string> All { get; } =
    [
        ValidationAccuracy, ValidationLoss, TestAccuracy, ValidationR2, TestR2, TrainLoss, TrainedEpochs, Macs, Parameters,
        ActivationBytes, WeightBytes, Latency, PredictedLatency, VirtualSeconds,
    ];

    /// <summary>
    /// What is probably meant by a name that is none of <paramref name="known"/>: another word for one, one nearly so named, or all.
    /// </summary>
    public static string Instead(string wrong, IEnumerable<string> known)
    {
        string[] names = [.. known];
        return OtherWords.TryGetValue(wrong, out var meant) && names.Contains(meant)
            ? $"did you mean "
                + $"'{meant}'?{(wrong.Equals("flops", StringComparison.OrdinalIgnoreCase) ? " (multiply-adds; twice as many FLOPs)" : "")}"
            : Suggest.Instead(wrong, names);
    }

    /// <summary>The metric of the engine's own that a word means; null where it means none.</summary>
    public static string? Meant(string word) =>
        All.Contains(word) ? word : OtherWords.GetValueOrDefault(word) ?? Suggest.Nearest(word, All);
}
