using TorchSharp;

namespace NasEngine.Networks;

/// <summary>Measures a trained network.</summary>
internal static class NetworkEvaluator
{
    /// <summary>Images of a batch when nothing is trained.</summary>
    public const int BatchSize = 500;

    /// <summary>Scores the network, in evaluation mode, on all images of the batches; each batch is disposed after use.</summary>
    public static ClassificationScore Score(SpecNetwork network, IEnumerable<Batch> batches, CancellationToken cancellation)
    {
        network.eval();
        var (loss, right, count) = (0.0, 0.0, 0L);
        foreach (var batch in batches)
        {
            cancellation.ThrowIfCancellationRequested();
            using var scope = torch.NewDisposeScope();
            using var withoutGradients = torch.no_grad();
            using (batch)
            {
                var score = Of(network.forward(batch.Images), batch);
                loss += score.Loss * batch.Count;
                right += score.Accuracy * batch.Count;
                count += batch.Count;
            }
        }

        return new ClassificationScore(loss / count, Math.Round(right) / count);
    }

    /// <summary>The score of logits, batch × classes.</summary>
    public static ClassificationScore Of(torch.Tensor logits, Batch batch)
    {
        using var scope = torch.NewDisposeScope();
        return new ClassificationScore(
            torch.nn.functional.cross_entropy(logits, batch.Labels).Number(),
            logits.argmax(1).eq(batch.Labels).sum().WholeNumber() / (double)batch.Count);
    }
}
