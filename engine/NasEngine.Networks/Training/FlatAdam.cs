using TorchSharp;

namespace NasEngine.Networks;

/// <summary>
/// Adam with bias correction (Kingma and Ba, arXiv 1412.6980, algorithm 1), as torch.optim.Adam, over flat tensors: a handful of
/// native calls a step.
/// </summary>
public sealed class FlatAdam : IDisposable
{
    private readonly AdamSettings _settings;
    private readonly FlatTensor _weights;
    private readonly FlatTensor _first;
    private readonly FlatTensor _second;
    private long _steps;

    /// <summary>Starts with moments of zero.</summary>
    /// <param name="settings">Its constants.</param>
    /// <param name="weights">What it moves; stays the caller's.</param>
    public FlatAdam(AdamSettings settings, FlatTensor weights)
    {
        (_settings, _weights) = (settings, weights);
        _first = new FlatTensor(weights.Layout, weights.All.device);
        _second = new FlatTensor(weights.Layout, weights.All.device);
    }

    /// <summary>One step of all weights.</summary>
    /// <param name="gradients">In the layout of the weights. Changed in place when there is weight decay.</param>
    public void Step(FlatTensor gradients)
    {
        using var scope = torch.NewDisposeScope();
        using var withoutGradients = torch.no_grad();
        _steps++;
        var gradient = gradients.All;
        if (_settings.WeightDecay > 0)
        {
            var matrices = new FlatRange(0, _weights.Layout.MatricesLength);
            gradients.Range(matrices).Add_(_weights.Range(matrices), _settings.WeightDecay);
        }

        _first.All.Multiply_(_settings.Beta1).Add_(gradient, 1 - _settings.Beta1);
        _second.All.Multiply_(_settings.Beta2).AddProduct_(gradient, gradient, 1 - _settings.Beta2);
        var root = _second.All.sqrt().Multiply_(1 / Math.Sqrt(Correction(_settings.Beta2))).Add_(_settings.Epsilon);
        _weights.All.AddQuotient_(_first.All, root, -_settings.LearningRate / Correction(_settings.Beta1));
    }

    /// <inheritdoc/>
    public void Dispose()
    {
        _first.Dispose();
        _second.Dispose();
    }

    private double Correction(double beta) => 1 - Math.Pow(beta, _steps);
}
