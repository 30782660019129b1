using NasEngine.Contracts;
using TorchSharp;

namespace NasEngine.Networks;

/// <summary>One run of a route through the supernet.</summary>
/// <param name="Route">What runs.</param>
/// <param name="Batch">What on.</param>
/// <param name="Gradients">What the loss is differentiated by; forward only when nothing.</param>
public sealed record Pass(Route Route, Batch Batch, PassGradients Gradients)
{
    /// <summary>Makes a scalar of the logits, batch × classes; by default the mean cross-entropy with the batch's labels, nats.</summary>
    public Func<torch.Tensor, torch.Tensor> Loss { get; init; } = logits => torch.nn.functional.cross_entropy(logits, Batch.Labels);

    /// <summary>Dropout before the last linear layer; null for none.</summary>
    public FeatureDropout? Dropout { get; init; }
}

/// <summary>What a loss is differentiated by.</summary>
[Flags]
public enum PassGradients
{
    /// <summary>Nothing.</summary>
    None = 0,

    /// <summary>The shared weights that the route touches.</summary>
    Weights = 1,

    /// <summary>The weights of a mixture's listed choices.</summary>
    Choices = 2,
}
