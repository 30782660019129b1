using System.Collections.Immutable;
using NasEngine.Contracts;

namespace NasEngine.Strategies.Learned.Enas;

/// <summary>
/// ENAS's controller: an LSTM policy that learns by REINFORCE (Williams, 1992) from the rewards of paths it drew, less a moving average
/// of them (arXiv 1802.03268, section 2.2).
/// </summary>
internal sealed class Controller
{
    private readonly EnasOptions _options;
    private readonly SequencePolicy _policy;
    private double[] _parameters;
    private Adam _adam;
    private double _baseline = double.NaN;

    /// <summary>A controller that has learned nothing.</summary>
    public Controller(EnasOptions options, DecisionSpace space, RandomSource random)
    {
        _options = options;
        _policy = new SequencePolicy(space, options.Layers, options.Units, options.Bound);
        _parameters = Parameters.Uniform(_policy.Count, options.InitRange, random);
        _adam = new Adam(options.Adam, _policy.Count);
    }

    /// <summary>The mean reward that later ones are held against; null before the first.</summary>
    public double? Baseline => double.IsNaN(_baseline) ? null : _baseline;

    /// <summary>Mean entropy of the paths of the last step, nats.</summary>
    public double Entropy { get; private set; }

    /// <summary>Its likeliest path, decision by decision.</summary>
    public Episode Likeliest => _policy.Greedy(_parameters);

    /// <summary>Draws paths.</summary>
    public ImmutableArray<Architecture> Draw(int count, RandomSource random) =>
        [.. Enumerable.Range(0, count).Select(_ => _policy.Draw(_parameters, random).Architecture)];

    /// <summary>One step up the mean of (reward + weight·entropy − baseline)·∇ log p over paths that it drew.</summary>
    public void Learn(IReadOnlyList<(Architecture Path, double Reward)> rewarded)
    {
        var gradient = new double[_policy.Count];
        Entropy = 0;
        foreach (var (path, reward) in rewarded)
        {
            var episode = _policy.Of(_parameters, path);
            var total = reward + (_options.EntropyWeight * episode.Entropy);
            _baseline = double.IsNaN(_baseline) ? total : (_options.BaselineDecay * _baseline) + ((1 - _options.BaselineDecay) * total);
            double[] weights = [.. episode.Decisions.Select(_ => (total - _baseline) / rewarded.Count)];
            _policy.Backward(_parameters, episode, episode.LogitGradients(weights, entropyWeight: 0), gradient);
            Entropy += episode.Entropy / rewarded.Count;
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
        var controller = new Controller(options, space, RandomSource.For(0, 0, ""));
        controller._parameters = state.Doubles(controller._policy.Count);
        controller._baseline = state.Double();
        controller.Entropy = state.Double();
        controller._adam = Adam.Restore(options.Adam, controller._policy.Count, ref state);
        return controller;
    }
}
