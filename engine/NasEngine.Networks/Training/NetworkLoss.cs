using TorchSharp;

namespace NasEngine.Networks;

/// <summary>What networks learn to make small.</summary>
internal static class NetworkLoss
{
    /// <summary>Whether labels are numbers to learn and no classes.</summary>
    public static bool AreNumbers(torch.Tensor labels) => labels.dtype == torch.ScalarType.Float32;

    /// <summary>Mean cross-entropy with class numbers, nats; mean squared error of numbers.</summary>
    /// <param name="outputs">Batch × outputs.</param>
    /// <param name="labels">Class numbers, int64, or numbers, float32.</param>
    public static torch.Tensor Of(torch.Tensor outputs, torch.Tensor labels) => AreNumbers(labels)
        ? torch.nn.functional.mse_loss(outputs.reshape(-1), labels)
        : torch.nn.functional.cross_entropy(outputs, labels);
}
