using System.Collections.Immutable;
using NasEngine.Contracts;

namespace NasEngine.Strategies.Sequential;

/// <summary>
/// A Parzen estimator over some decisions of a space (Bergstra et al., NIPS 2011, section 4.2, as Optuna has it): a mixture of a kernel
/// per trial and of the uniform prior. A kernel is a product over the decisions: the trial's choice has the weight 1 more than each
/// choice has from the prior.
/// </summary>
internal sealed class ParzenEstimator
{
    /// <summary>Trials whose kernels weigh the same; of older ones the weight goes down in a straight line to 1/n.</summary>
    private const int Recent = 25;

    private readonly DecisionSpace _space;
    private readonly ImmutableArray<int> _decisions;
    private readonly int[][] _trials;
    private readonly double[] _weights;
    private readonly double _prior;

    /// <summary>Makes it.</summary>
    /// <param name="space">The space.</param>
    /// <param name="decisions">Numbers of the decisions that it is over, ascending.</param>
    /// <param name="trials">The values of the trials, oldest first.</param>
    /// <param name="prior">Weight of the prior against that of a trial, positive.</param>
    public ParzenEstimator(DecisionSpace space, ImmutableArray<int> decisions, IEnumerable<int[]> trials, double prior)
    {
        (_space, _decisions) = (space, decisions);
        _trials = [.. trials];
        _prior = prior / (_trials.Length + 1);
        _weights = [.. Enumerable.Range(0, _trials.Length).Select(trial => Weight(trial, _trials.Length)), prior];
        var sum = _weights.Sum();
        _weights = [.. _weights.Select(weight => weight / sum)];
    }

    /// <summary>The log of the density of an architecture's choices, of those decisions that are active; nats.</summary>
    public double LogDensity(ReadOnlySpan<int> values)
    {
        var density = 0.0;
        for (var kernel = 0; kernel < _weights.Length; kernel++)
        {
            var product = _weights[kernel];
            foreach (var decision in _decisions)
            {
                product *= values[decision] < 0 ? 1 : Probability(kernel, decision, values[decision]);
            }

            density += product;
        }

        return Math.Log(density);
    }

    /// <summary>Draws the choices of its decisions into the values; a decision that is not active gets none.</summary>
    public void Draw(int[] values, RandomSource random)
    {
        var kernel = random.NextCategorical(_weights);
        foreach (var decision in _decisions)
        {
            values[decision] = _space.IsActive(decision, values)
                ? random.NextCategorical(Probabilities(kernel, decision))
                : Architecture.Inactive;
        }
    }

    private double[] Probabilities(int kernel, int decision) =>
        [.. Enumerable.Range(0, _space.Decisions[decision].Count).Select(choice => Probability(kernel, decision, choice))];

    /// <summary>Of a choice in a kernel: of the prior and of a trial where the decision is not active, all are as likely.</summary>
    private double Probability(int kernel, int decision, int choice)
    {
        var count = _space.Decisions[decision].Count;
        var taken = kernel < _trials.Length ? _trials[kernel][decision] : Architecture.Inactive;
        return taken < 0 ? 1.0 / count : (_prior + (taken == choice ? 1 : 0)) / (1 + (count * _prior));
    }

    private static double Weight(int trial, int count)
    {
        var older = count - Recent;
        return trial >= older ? 1 : older == 1 ? 1.0 / count : (1.0 / count) + ((1 - (1.0 / count)) * trial / (older - 1));
    }
}
