namespace NasEngine.Networks;

/// <summary>Names of the lists that a supernet step reports, one value per path in the order of the step's paths.</summary>
public static class SeriesNames
{
    /// <summary>Mean cross-entropy of each training path on the training batch, nats.</summary>
    public const string TrainLosses = "train_nll";

    /// <summary>Mean cross-entropy of each validation path on the validation batch, nats.</summary>
    public const string ValidationLosses = "val_nll";

    /// <summary>Share of the validation batch that each validation path classifies right, 0 to 1.</summary>
    public const string ValidationAccuracies = "val_accuracy";
}
