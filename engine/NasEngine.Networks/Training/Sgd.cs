using TorchSharp;

namespace NasEngine.Networks;

/// <summary>
/// Stochastic gradient descent with momentum, as torch.optim.SGD without dampening: v ← μ·v + g + λ·w, w ← w − η·v. Only
/// weights that have a gradient move, and only they have momentum: a supernet's step leaves the rest alone.
/// </summary>
public sealed class Sgd : IDisposable
{
    private readonly SgdSettings _settings;
    private readonly SortedDictionary<string, torch.Tensor> _momenta = new(StringComparer.Ordinal);

    /// <summary>Starts without momentum.</summary>
    public Sgd(SgdSettings settings) => _settings = settings;

    /// <summary>The momentum of each weight that ever had a gradient, by name.</summary>
    public IReadOnlyDictionary<string, torch.Tensor> Momenta => _momenta;

    /// <summary>One step.</summary>
    /// <param name="weights">Weights by name; at least those that have a gradient. Changed in place.</param>
    /// <param name="gradients">Gradients by weight name, each in the weight's shape. Changed in place.</param>
    /// <param name="rateFactor">Share of the highest learning rate.</param>
    public void Step<TWeight>(
        IReadOnlyDictionary<string, TWeight> weights, IReadOnlyDictionary<string, torch.Tensor> gradients, double rateFactor)
        where TWeight : torch.Tensor
    {
        using var scope = torch.NewDisposeScope();
        using var withoutGradients = torch.no_grad();
        GradientNorm.Clip(gradients.Values, _settings.Clip);
        foreach (var (name, gradient) in gradients)
        {
            var weight = weights[name];
            AddDecay(gradient, weight);
            weight.add_(Direction(name, gradient, scope), -Rate(rateFactor));
        }
    }

    /// <summary>
    /// Moves weights as a step would, w ← w − η·(μ·v + g + λ·w), but leaves momenta and gradients as they are and clips nothing:
    /// the weights ahead of second-order DARTS (arXiv 1806.09055, eq. 6).
    /// </summary>
    /// <param name="weights">As for <see cref="Step"/>.</param>
    /// <param name="gradients">Gradients by weight name.</param>
    /// <param name="rateFactor">Share of the highest learning rate.</param>
    public void LookAhead(
        IReadOnlyDictionary<string, torch.Tensor> weights, IReadOnlyDictionary<string, torch.Tensor> gradients, double rateFactor)
    {
        using var scope = torch.NewDisposeScope();
        using var withoutGradients = torch.no_grad();
        foreach (var (name, gradient) in gradients)
        {
            var weight = weights[name];
            var direction = gradient.clone();
            AddDecay(direction, weight);
            if (_momenta.TryGetValue(name, out var momentum))
            {
                direction.add_(momentum, _settings.Momentum);
            }

            weight.add_(direction, -Rate(rateFactor));
        }
    }

    /// <summary>η, the learning rate at a share of the highest.</summary>
    public double Rate(double rateFactor) => _settings.LearningRate * rateFactor;

    /// <summary>Takes over a momentum that was saved.</summary>
    public void Restore(string name, torch.Tensor momentum)
    {
        if (_momenta.Remove(name, out var old))
        {
            old.Dispose();
        }

        _momenta.Add(name, momentum);
    }

    /// <inheritdoc/>
    public void Dispose()
    {
        foreach (var momentum in _momenta.Values)
        {
            momentum.Dispose();
        }
    }

    /// <summary>λ·w, of convolutions and linear layers only.</summary>
    private void AddDecay(torch.Tensor gradient, torch.Tensor weight)
    {
        if (_settings.WeightDecay > 0 && weight.dim() > 1)
        {
            gradient.add_(weight, _settings.WeightDecay);
        }
    }

    private torch.Tensor Direction(string name, torch.Tensor gradient, DisposeScope scope)
    {
        if (_settings.Momentum == 0)
        {
            return gradient;
        }

        if (_momenta.TryGetValue(name, out var momentum))
        {
            momentum.mul_(_settings.Momentum).add_(gradient);
            return momentum;
        }

        return _momenta[name] = scope.Detach(gradient.clone());
    }
}
