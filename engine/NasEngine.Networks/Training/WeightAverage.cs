using TorchSharp;

namespace NasEngine.Networks;

/// <summary>
/// A running average of a network's weights and running statistics: a ← d·a + (1 − d)·w after each step, d being the decay or, in the
/// first steps, (1 + t)/(10 + t) where that is less (Polyak averaging in the form of TensorFlow's ExponentialMovingAverage).
/// </summary>
internal sealed class WeightAverage : IDisposable
{
    private readonly double _decay;
    private readonly IReadOnlyList<(torch.Tensor Current, torch.Tensor Average)> _tensors;

    /// <summary>Starts with the network as it is.</summary>
    /// <param name="decay">d, in (0, 1).</param>
    /// <param name="weights">Its weights in one tensor.</param>
    /// <param name="statistics">Its running statistics.</param>
    public WeightAverage(double decay, torch.Tensor weights, IEnumerable<torch.Tensor> statistics)
    {
        _decay = decay;
        using var withoutGradients = torch.no_grad();
        _tensors = [.. statistics.Prepend(weights).Select(tensor => (tensor, tensor.clone().DetachFromDisposeScope()))];
    }

    /// <summary>t, the steps that it has taken in.</summary>
    public long Steps { get; set; }

    /// <summary>The averages of weights and running statistics.</summary>
    public IReadOnlyList<torch.Tensor> Averages => [.. _tensors.Select(pair => pair.Average)];

    /// <summary>Takes in a step.</summary>
    public void Add()
    {
        using var withoutGradients = torch.no_grad();
        var decay = Math.Min(_decay, (1.0 + Steps) / (10 + Steps));
        Steps++;
        foreach (var (current, average) in _tensors)
        {
            average.Multiply_(decay).Add_(current, 1 - decay);
        }
    }

    /// <summary>Makes the network the average, and the average what the network was.</summary>
    public void Swap()
    {
        using var withoutGradients = torch.no_grad();
        foreach (var (current, average) in _tensors)
        {
            using var before = current.clone();
            current.copy_(average);
            average.copy_(before);
        }
    }

    /// <summary>Makes the network the average.</summary>
    public void Put()
    {
        using var withoutGradients = torch.no_grad();
        foreach (var (current, average) in _tensors)
        {
            current.copy_(average);
        }
    }

    /// <inheritdoc/>
    public void Dispose()
    {
        foreach (var (_, average) in _tensors)
        {
            average.Dispose();
        }
    }
}
