using System.Collections.Immutable;
using NasEngine.Contracts;

namespace NasEngine.Strategies.OneShot.Enas;

/// <summary>
/// ENAS's controller: a policy that learns by REINFORCE (Williams, 1992) from the rewards of paths it drew, less a moving average of
/// them (arXiv 1802.03268, section 2.2).
/// </summary>
internal sealed class Controller
{
    private readonly EnasOptions _options;
    private readonly PathPolicy _policy;
    private double[] _parameters;
    private Adam _adam;
    private double _baseline = double.NaN;

    /// <summary>A controller that draws every choice with the same probability.</summary>
    public Controller(EnasOptions options, DecisionSpace space)
    {
        (_options, _policy) = (options, new PathPolicy(space, options.TanhConstant));
        _parameters = new double[_policy.Count];
        _adam = new Adam(options.Adam, _policy.Count);
    }

    /// <summary>The mean reward that later ones are held against; null before the first.</summary>
    public double? Baseline => double.IsNaN(_baseline) ? null : _baseline;

    /// <summary>Mean entropy of the paths of the last step, nats.</summary>
    public double Entropy { get; private set; }

    /// <summary>Logits by decision.</summary>
    public ImmutableSortedDictionary<string, ImmutableArray<double>> Logits => _policy.Logits(_parameters);

    /// <summary>Its likeliest path.</summary>
    public Architecture Likeliest => _policy.Likeliest(_parameters);

    /// <summary>Draws paths.</summary>
    public ImmutableArray<Architecture> Draw(int count, RandomSource random) =>
        [.. Enumerable.Range(0, count).Select(_ => _policy.Draw(_parameters, random))];

    /// <summary>One step up the mean of (reward + weight·entropy − baseline)·∇ log p over paths that it drew.</summary>
    public void Learn(IReadOnlyList<(Architecture Path, double Reward)> rewarded)
    {
        var gradient = new double[_policy.Count];
        Entropy = 0;
        foreach (var (path, reward) in rewarded)
        {
            var entropy = _policy.Of(_parameters, path).Entropy;
            var total = reward + (_options.EntropyWeight * entropy);
            _baseline = double.IsNaN(_baseline) ? total : (_options.BaselineDecay * _baseline) + ((1 - _options.BaselineDecay) * total);
            _policy.AddGradient(_parameters, path, (total - _baseline) / rewarded.Count, gradient);
            Entropy += entropy / rewarded.Count;
        }

        _parameters = _adam.Ascend(_parameters, gradient);
    }

    /// <summary>Writes it.</summary>
    public void Save(StateWriter state)
    {
        state.Write(_parameters);
        state.Write(_baseline);
        state.Write(Entropy);
        _adam.Save(state);
    }

    /// <summary>What <see cref="Save"/> wrote.</summary>
    public static Controller Restore(EnasOptions options, DecisionSpace space, ref StateReader state)
    {
        var controller = new Controller(options, space);
        controller._parameters = state.Doubles(controller._policy.Count);
        controller._baseline = state.Double();
        controller.Entropy = state.Double();
        controller._adam = Adam.Restore(options.Adam, controller._policy.Count, ref state);
        return controller;
    }
}
