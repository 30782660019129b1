using NasEngine.Contracts;
using TorchSharp;

namespace NasEngine.Networks;

/// <summary>One run of a route through the supernet.</summary>
/// <param name="Route">What runs.</param>
/// <param name="Batch">What on.</param>
/// <param name="Gradients">What the loss is differentiated by; forward only when nothing.</param>
public sealed record Pass(Route Route, Batch Batch, PassGradients Gradients)
{
    /// <summary>
    /// Makes another scalar of the logits, batch × classes; null for the mean cross-entropy. A pass that has one is run where it was made:
    /// helpers (<see cref="Contracts.IHelpers"/>) cannot be told of it.
    /// </summary>
    public Func<torch.Tensor, torch.Tensor>? Loss { get; init; }

    /// <summary>
    /// What the route is to say, batch × classes, probabilities; null for the batch's labels. The loss is the mean cross-entropy, nats.
    /// </summary>
    public torch.Tensor? Answers { get; init; }

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
