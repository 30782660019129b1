using System.Collections.Immutable;
using TorchSharp;

namespace NasEngine.Networks;

/// <summary>
/// Stochastic gradient descent with momentum, as torch.optim.SGD without dampening: v ← μ·v + g + λ·w, w ← w − η·v, over flat
/// tensors. Only weights that are said to move do, and only they have momentum: a supernet's step leaves the rest alone.
/// </summary>
public sealed class Sgd : IDisposable
{
    private readonly SgdSettings _settings;
    private readonly FlatTensor _weights;
    private readonly Scalar _momentumFactor;
    private readonly SortedSet<string> _moved = new(StringComparer.Ordinal);
    private FlatTensor? _momenta;

    /// <summary>Starts without momentum.</summary>
    /// <param name="settings">Its constants.</param>
    /// <param name="weights">What it moves; stays the caller's.</param>
    public Sgd(SgdSettings settings, FlatTensor weights) =>
        (_settings, _weights, _momentumFactor) = (settings, weights, settings.Momentum.ToScalar());

    /// <summary>The momentum of each weight that ever moved, by name: views.</summary>
    public IReadOnlyDictionary<string, torch.Tensor> Momenta =>
        _moved.Where(_ => _momenta is not null).ToDictionary(name => name, name => _momenta!.Views[name]);

    /// <summary>One step of all weights.</summary>
    /// <param name="gradients">In the layout of the weights. Changed in place.</param>
    /// <param name="rateFactor">Share of the highest learning rate.</param>
    public void Step(FlatTensor gradients, double rateFactor)
    {
        ImmutableArray<FlatRange> all = [new FlatRange(0, _weights.Layout.Length)];
        Step(gradients, rateFactor, all, all, _weights.Layout.Parts.Keys);
    }

    /// <summary>One step of some weights.</summary>
    /// <param name="gradients">In the layout of the weights; zeros for those that stay. Changed in place.</param>
    /// <param name="rateFactor">Share of the highest learning rate.</param>
    /// <param name="moving">Names of the weights that move.</param>
    /// <param name="decaying">Names of those among them that weight decay concerns; null for all.</param>
    public void Step(FlatTensor gradients, double rateFactor, IReadOnlySet<string> moving, IReadOnlySet<string>? decaying = null)
    {
        var ranges = _weights.Layout.Ranges(moving);
        var decayed = decaying is null ? ranges : _weights.Layout.Ranges(moving.Where(decaying.Contains).ToHashSet());
        Step(gradients, rateFactor, ranges, decayed, moving);
    }

    /// <summary>
    /// Moves all weights as a step would, w ← w − η·(μ·v + g + λ·w), but leaves momenta and gradients as they are and clips
    /// nothing: the weights ahead of second-order DARTS (arXiv 1806.09055, eq. 6).
    /// </summary>
    /// <param name="gradients">In the layout of the weights.</param>
    /// <param name="rateFactor">Share of the highest learning rate.</param>
    public void LookAhead(FlatTensor gradients, double rateFactor)
    {
        using var scope = torch.NewDisposeScope();
        using var withoutGradients = torch.no_grad();
        var direction = gradients.All.clone();
        AddDecay(direction, new FlatRange(0, _weights.Layout.Length));
        if (_momenta is not null)
        {
            direction.Add_(_momenta.All, _settings.Momentum);
        }

        _weights.All.Add_(direction, -Rate(rateFactor));
    }

    /// <summary>η, the learning rate at a share of the highest.</summary>
    public double Rate(double rateFactor) => _settings.LearningRate * rateFactor;

    /// <summary>Takes over a momentum that was saved; the tensor stays the caller's.</summary>
    public void Restore(string name, torch.Tensor momentum)
    {
        using var withoutGradients = torch.no_grad();
        (_momenta ??= Zeros()).Views[name].copy_(momentum);
        _moved.Add(name);
    }

    /// <inheritdoc/>
    public void Dispose()
    {
        _momentumFactor.Dispose();
        _momenta?.Dispose();
    }

    private void Step(
        FlatTensor gradients, double rateFactor, ImmutableArray<FlatRange> ranges, ImmutableArray<FlatRange> decayed,
        IEnumerable<string> names)
    {
        using var scope = torch.NewDisposeScope();
        using var withoutGradients = torch.no_grad();
        GradientNorm.Clip(gradients.All, _settings.Clip);
        _moved.UnionWith(names);
        foreach (var range in decayed)
        {
            AddDecay(gradients.Range(range), range);
        }

        foreach (var range in ranges)
        {
            var gradient = gradients.Range(range);
            _weights.Range(range).Add_(Direction(gradient, range), -Rate(rateFactor));
        }
    }

    /// <summary>λ·w, of convolutions and linear layers only.</summary>
    private void AddDecay(torch.Tensor gradient, FlatRange range)
    {
        var decayed = Math.Min(range.End, _weights.Layout.MatricesLength) - range.Start;
        if (_settings.WeightDecay > 0 && decayed > 0)
        {
            gradient.narrow(0, 0, decayed).Add_(_weights.Range(range with { Length = decayed }), _settings.WeightDecay);
        }
    }

    private torch.Tensor Direction(torch.Tensor gradient, FlatRange range) => _settings.Momentum == 0
        ? gradient
        : (_momenta ??= Zeros()).Range(range).mul_(_momentumFactor).Add_(gradient);

    private FlatTensor Zeros() => new(_weights.Layout, _weights.All.device);
}
