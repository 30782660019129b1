using System.Collections.Immutable;
using NasEngine.Contracts;

namespace NasEngine.Strategies.Sequential;

/// <summary>
/// The tree-structured Parzen estimator (Bergstra et al., "Algorithms for Hyper-Parameter Optimization", NIPS 2011, section 4): a density
/// l of the good trials and one, g, of the others; of some architectures drawn from l, the one with the largest l/g, which is
/// where the expected improvement is largest.
/// </summary>
/// <remarks>
/// Good are the trials that miss the limits least, and among equals those with the best scores; those that failed by their own
/// fault stand behind all others. What is pending counts as not good (a constant liar, as in Optuna), so that workers spread.
/// </remarks>
internal sealed class TpeStrategy(TpeOptions options, StrategySetup setup) : SequentialStrategy("tpe", options.Initial, setup)
{
    /// <summary>Draws per candidate before it makes do with fewer candidates.</summary>
    private const int Tries = 20;

    private readonly DecisionSpace _decisions = setup.Space.Decisions;
    private readonly ImmutableArray<ImmutableArray<int>> _parts = options.Multivariate
        ? [[.. Enumerable.Range(0, setup.Space.Decisions.Decisions.Length)]]
        : [.. Enumerable.Range(0, setup.Space.Decisions.Decisions.Length).Select(number => ImmutableArray.Create(number))];

    /// <inheritdoc/>
    protected override Architecture? Choose(ProposalContext context, Fresh fresh, IReadOnlyList<Architecture> pending)
    {
        var split = TrialSplit.Of(History.Outcomes, options.Gamma, options.Good);
        var good = Estimators(split.Good);
        var others = Estimators(split.Others.Concat(pending));
        var random = context.Random("candidates");
        var drawn = Enumerable.Range(0, Tries * options.Candidates).Select(_ => Draw(good, random));
        return fresh.Among(drawn).Take(options.Candidates).MaxBy(one => LogDensity(good, one) - LogDensity(others, one));
    }

    private ParzenEstimator[] Estimators(IEnumerable<Architecture> trials)
    {
        int[][] values = [.. trials.Select(one => one.Values.ToArray())];
        return [.. _parts.Select(part => new ParzenEstimator(
            _decisions, part, options.Multivariate ? values : values.Where(one => one[part[0]] >= 0), options.PriorWeight))];
    }

    private Architecture Draw(ParzenEstimator[] estimators, RandomSource random)
    {
        var values = new int[_decisions.Decisions.Length];
        foreach (var estimator in estimators)
        {
            estimator.Draw(values, random);
        }

        return _decisions.Architecture(values);
    }

    private static double LogDensity(ParzenEstimator[] estimators, Architecture architecture) =>
        estimators.Sum(estimator => estimator.LogDensity(architecture.Values.AsSpan()));
}
