using System.Numerics.Tensors;
using NasEngine.Contracts;

namespace NasEngine.Strategies.Learned;

/// <summary>The parameters of a policy, and what they learn from: batches of samples, with a mean of rewards as baseline.</summary>
internal sealed class PolicyLearner
{
    private readonly PolicyOptions _options;
    private readonly SequencePolicy _policy;
    private readonly List<Sample> _batch = [];
    private double[] _parameters;
    private Adam _adam;

    /// <summary>A policy that has learned nothing.</summary>
    public PolicyLearner(PolicyOptions options, SequencePolicy policy, RandomSource random)
    {
        (_options, _policy) = (options, policy);
        _parameters = Parameters.Uniform(policy.Count, options.InitRange, random);
        _adam = new Adam(options.Adam, policy.Count);
    }

    /// <summary>Updates so far.</summary>
    public long Updates { get; private set; }

    /// <summary>Moving average of rewards; null before the first update.</summary>
    public double? Baseline { get; private set; }

    /// <summary>Mean entropy of the policy at the last update, nats; null before it.</summary>
    public double? Entropy { get; private set; }

    /// <summary>Draws an architecture.</summary>
    public Episode Draw(RandomSource random) => _policy.Draw(_parameters, random);

    /// <summary>Adds a sample; the batch that it fills updates the policy.</summary>
    public void Add(Sample sample)
    {
        _batch.Add(sample);
        if (_batch.Count >= _options.Batch)
        {
            Update();
            _batch.Clear();
        }
    }

    /// <summary>Writes all of it.</summary>
    public void Save(StateWriter state)
    {
        state.Write(_parameters);
        _adam.Save(state);
        state.Write(Updates);
        state.Write(Baseline ?? double.NaN);
        state.Write(Entropy ?? double.NaN);
        state.Write(_batch.Count);
        foreach (var sample in _batch)
        {
            sample.Save(state);
        }
    }

    /// <summary>What <see cref="Save"/> wrote.</summary>
    public static PolicyLearner Restore(PolicyOptions options, SequencePolicy policy, DecisionSpace decisions, ref StateReader state)
    {
        var learner = new PolicyLearner(options, policy, RandomSource.For(0, 0, "")) { _parameters = state.Doubles(policy.Count) };
        learner._adam = Adam.Restore(options.Adam, policy.Count, ref state);
        (learner.Updates, learner.Baseline, learner.Entropy) = (state.Int64(), Known(state.Double()), Known(state.Double()));
        for (var left = state.Int32(); left > 0; left--)
        {
            learner._batch.Add(Sample.Restore(decisions, ref state));
        }

        return learner;
    }

    private static double? Known(double value) => double.IsNaN(value) ? null : value;

    /// <summary>The baseline is that from before the batch, so that no sample counts against itself; at first the batch's mean.</summary>
    private void Update()
    {
        var baseline = Baseline ?? _batch.Average(sample => sample.Reward);
        for (var epoch = 0; epoch < _options.Epochs; epoch++)
        {
            var gradient = new double[_policy.Count];
            var entropy = 0.0;
            foreach (var sample in _batch)
            {
                var episode = _policy.Of(_parameters, sample.Architecture);
                var (advantage, now) = (sample.Reward - baseline, episode.LogProbabilities);
                var weights = _options.Clip is { } clip
                    ? SurrogateObjective.Clipped(advantage, now, sample.LogProbabilities, clip)
                    : SurrogateObjective.Reinforce(advantage, now, sample.LogProbabilities);
                _policy.Backward(_parameters, episode, episode.LogitGradients(weights, _options.EntropyWeight), gradient);
                entropy += episode.Entropy / _batch.Count;
            }

            TensorPrimitives.Divide(gradient, _batch.Count, gradient);
            _parameters = _adam.Ascend(_parameters, gradient);
            Entropy = entropy;
        }

        var decay = _options.BaselineDecay;
        Baseline = _batch.Aggregate(baseline, (mean, sample) => decay * mean + (1 - decay) * sample.Reward);
        Updates++;
    }
}
