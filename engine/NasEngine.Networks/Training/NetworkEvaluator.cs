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
        var sum = new ScoreSum();
        foreach (var batch in batches)
        {
            cancellation.ThrowIfCancellationRequested();
            using (batch)
            {
                sum.Add(Of(network, batch), batch.Count);
            }
        }

        return sum.Mean;
    }

    /// <summary>The score of a network, in the mode that it is in, on one batch.</summary>
    public static ClassificationScore Of(SpecNetwork network, Batch batch)
    {
        using var scope = torch.NewDisposeScope();
        using var withoutGradients = torch.no_grad();
        return Of(network.forward(batch.Images), batch);
    }

    /// <summary>The score of logits, batch × classes.</summary>
    public static ClassificationScore Of(torch.Tensor logits, Batch batch)
    {
        using var scope = torch.NewDisposeScope();
        return new ClassificationScore(
            NetworkLoss.Of(logits, batch.Labels).Number(),
            NetworkLoss.AreNumbers(batch.Labels) ? 0 : logits.argmax(1).eq(batch.Labels).sum().WholeNumber() / (double)batch.Count);
    }
}
