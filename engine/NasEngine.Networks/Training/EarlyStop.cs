using TorchSharp;

namespace NasEngine.Networks;

/// <summary>
/// Ends a training whose loss on held-out examples has not fallen for some epochs, and leaves the weights of the epoch where it was least
/// (Prechelt, Early stopping, but when?, 1998).
/// </summary>
/// <param name="patience">As many epochs without a lower loss end it, at least 1.</param>
/// <param name="loss">Loss on held-out examples of the network as it is; leaves it in any mode.</param>
internal sealed class EarlyStop(int patience, Func<double> loss) : IDisposable
{
    private double _least = double.PositiveInfinity;
    private long _since;

    /// <summary>Weights and running statistics of the best epoch; none before the first has ended.</summary>
    public IReadOnlyList<torch.Tensor> Best { get; private set; } = [];

    /// <summary>Its state beside them: epochs, the least loss, epochs since then, and whether there are best weights.</summary>
    public double[] Numbers => [Epochs, _least, _since, Best.Count > 0 ? 1 : 0];

    /// <summary>Epochs that have ended.</summary>
    public long Epochs { get; private set; }

    /// <summary>Measures the network at the end of an epoch.</summary>
    /// <param name="current">Its weights and running statistics.</param>
    /// <returns>Whether the training ends.</returns>
    public bool Look(IReadOnlyList<torch.Tensor> current)
    {
        Epochs++;
        var now = loss();
        if (now < _least)
        {
            (_least, _since) = (now, 0);
            Keep(current);
            return false;
        }

        return ++_since >= patience;
    }

    /// <summary>Makes weights and running statistics those of the best epoch; nothing where no epoch ended.</summary>
    public void Put(IReadOnlyList<torch.Tensor> current)
    {
        using var withoutGradients = torch.no_grad();
        foreach (var (there, best) in current.Zip(Best))
        {
            there.copy_(best);
        }
    }

    /// <summary>Takes <see cref="Numbers"/>, and makes room for <see cref="Best"/>.</summary>
    public void Restore(double[] numbers, IReadOnlyList<torch.Tensor> current)
    {
        (Epochs, _least, _since) = ((long)numbers[0], numbers[1], (long)numbers[2]);
        if (numbers[3] > 0)
        {
            Keep(current);
        }
    }

    /// <inheritdoc/>
    public void Dispose()
    {
        foreach (var tensor in Best)
        {
            tensor.Dispose();
        }
    }

    private void Keep(IReadOnlyList<torch.Tensor> current)
    {
        using var withoutGradients = torch.no_grad();
        if (Best.Count == 0)
        {
            Best = [.. current.Select(tensor => tensor.clone().DetachFromDisposeScope())];
            return;
        }

        foreach (var (best, there) in Best.Zip(current))
        {
            best.copy_(there);
        }
    }
}
