using NasEngine.Contracts;
using TorchSharp;

namespace NasEngine.Networks;

/// <summary>
/// The loss that a network is trained on: that of the labels, smoothed and weighted as it is said, and that of a teacher.
/// </summary>
internal sealed class TrainingLoss : IDisposable
{
    private readonly double _smoothing;
    private readonly torch.Tensor? _weights;
    private readonly Teacher? _teacher;

    /// <summary>The plain loss.</summary>
    public TrainingLoss()
    {
    }

    /// <summary>The loss with what helps.</summary>
    /// <param name="smoothing">Share of the label that is spread over all classes.</param>
    /// <param name="weights">Weight of each class; null where all weigh 1.</param>
    /// <param name="teacher">Who is learned from; stays the caller's.</param>
    /// <param name="device">Where batches are.</param>
    public TrainingLoss(double smoothing, float[]? weights, Teacher? teacher, torch.Device device)
    {
        (_smoothing, _teacher) = (smoothing, teacher);
        _weights = weights is null ? null : torch.tensor(weights, device: device).DetachFromDisposeScope();
    }

    /// <summary>Weights that make all classes count alike: n/(K·n_c).</summary>
    /// <param name="labels">Labels of the examples that are trained on.</param>
    /// <param name="classes">K.</param>
    public static float[] Balanced(IEnumerable<int> labels, int classes)
    {
        var counts = new int[classes];
        var total = 0;
        foreach (var label in labels)
        {
            counts[label]++;
            total++;
        }

        return [.. counts.Select(count => count == 0 ? 0 : (float)total / (classes * count))];
    }

    /// <summary>The loss of a network on a batch, a scalar.</summary>
    /// <exception cref="InputException">There are hints, and the teacher has no map of a size that the network has.</exception>
    public torch.Tensor Of(SpecNetwork network, Batch batch)
    {
        if (_teacher is not { Hints: > 0 })
        {
            return Of(network.forward(batch.Images), batch);
        }

        var pairs = AttentionTransfer.Pairs(network.Spec, _teacher.Spec);
        if (pairs.Length == 0)
        {
            throw new InputException(
                "The option hints is given, and the teacher has no map whose height and width a map of the network has; leave it out.");
        }

        var (outputs, attention) = AttentionTransfer.Run(network, batch.Images, [.. pairs.Select(pair => pair.Network)]);
        return Labelled(outputs, batch).Times(1 - _teacher.Share)
            .Plus(_teacher.Loss(outputs, attention, batch.Images, [.. pairs.Select(pair => pair.Teacher)]));
    }

    /// <summary>The loss of a batch, a scalar, without hints.</summary>
    /// <param name="outputs">Batch × outputs.</param>
    /// <param name="batch">The batch.</param>
    public torch.Tensor Of(torch.Tensor outputs, Batch batch)
    {
        var labelled = Labelled(outputs, batch);
        return _teacher is null ? labelled
            : labelled.Times(1 - _teacher.Share).Plus(_teacher.Loss(outputs, batch.Images), _teacher.Share);
    }

    /// <inheritdoc/>
    public void Dispose() => _weights?.Dispose();

    private torch.Tensor Labelled(torch.Tensor outputs, Batch batch) => batch.OtherLabels is { } others
        ? OfLabels(outputs, batch.Labels).Times(batch.Share).Plus(OfLabels(outputs, others), 1 - batch.Share)
        : OfLabels(outputs, batch.Labels);

    private torch.Tensor OfLabels(torch.Tensor outputs, torch.Tensor labels) => _smoothing == 0 && _weights is null
        ? NetworkLoss.Of(outputs, labels)
        : torch.nn.functional.cross_entropy(outputs, labels, _weights, label_smoothing: _smoothing);
}
