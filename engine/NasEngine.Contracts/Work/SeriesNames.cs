using System.Globalization;

namespace NasEngine.Contracts;

/// <summary>Names of the lists that a supernet step reports.</summary>
public static class SeriesNames
{
    /// <summary>Mean cross-entropy of each training route on the training batch, nats, in the order of the step's routes.</summary>
    public const string TrainLosses = "train_nll";

    /// <summary>Mean cross-entropy of each validation route on the validation batch, nats, in the order of the step's routes.</summary>
    public const string ValidationLosses = "val_nll";

    /// <summary>Share of the validation batch that each validation route classifies right, 0 to 1.</summary>
    public const string ValidationAccuracies = "val_accuracy";

    /// <summary>
    /// ∂loss/∂weight of a mixture on the validation batch, one per listed choice of a decision in the order listed. Every
    /// validated mixture has it for every decision that it says.
    /// </summary>
    /// <param name="route">Place of the mixture among the step's validation routes.</param>
    /// <param name="decision">Name of the decision.</param>
    public static string ValidationGradient(int route, string decision) => Gradient("val_gradient", route, decision);

    /// <summary>As <see cref="ValidationGradient"/>, on the training batch, where the rule gives it.</summary>
    /// <param name="route">Place of the mixture among the step's training routes.</param>
    /// <param name="decision">Name of the decision.</param>
    public static string TrainGradient(int route, string decision) => Gradient("train_gradient", route, decision);

    private static string Gradient(string kind, int route, string decision) =>
        string.Create(CultureInfo.InvariantCulture, $"{kind}/{route}/{decision}");
}
