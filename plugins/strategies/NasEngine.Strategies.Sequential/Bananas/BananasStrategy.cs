using System.Collections.Immutable;
using MathNet.Numerics.Statistics;
using NasEngine.Contracts;

namespace NasEngine.Strategies.Sequential;

/// <summary>
/// BANANAS (White, Neiswanger and Savani, "Bayesian Optimization with Neural Architectures for Neural Architecture Search", AAAI 2021,
/// arXiv 1910.11858, algorithm 1): an ensemble of perceptrons on path codes, mutants of the best trials, and of those the one that an
/// independent Thompson sample values most.
/// </summary>
/// <remarks>
/// The ensemble learns anew whenever so many more trials were observed. Of an architecture that is not tried it knows only what the
/// ensemble says; what is pending is never proposed again, and each proposal draws samples of its own, so that workers spread. Limits on
/// what only a trial measures are outputs of the ensemble and sampled with it.
/// </remarks>
internal sealed class BananasStrategy(BananasOptions options, StrategySetup setup) : SequentialStrategy("bananas", options.Initial, setup)
{
    /// <summary>The chance of a further mutation: one and a half on average, as the authors' code has on NAS-Bench-201.</summary>
    private const double Again = 1 / 3.0;

    private readonly ArchitectureCodes _codes = new(setup.Space, options.PathLength);
    private (int Trials, Ensemble Ensemble)? _trained;

    /// <inheritdoc/>
    protected override Architecture? Choose(ProposalContext context, Fresh fresh, IReadOnlyList<Architecture> pending)
    {
        var ensemble = Trained();
        var random = context.Random("thompson");
        var mutants = Mutants(context.Random("mutants"), fresh);
        return mutants.Zip(ensemble.Predict(mutants), (one, says) => (Architecture: one, Sample: Sample(says, ensemble.Limits, random)))
            .OrderBy(one => one.Sample.Excess).ThenByDescending(one => one.Sample.Score)
            .Select(one => one.Architecture).FirstOrDefault();
    }

    /// <inheritdoc/>
    protected override void Forget() => _trained = null;

    private List<Architecture> Mutants(RandomSource random, Fresh fresh)
    {
        var mutants = new List<Architecture>();
        var parents = History.Outcomes.Where(one => one.IsMeasured).OrderBy(one => one.Violation).ThenByDescending(one => one.Score);
        foreach (var parent in parents.Take(options.Parents))
        {
            var drawn = Enumerable.Range(0, options.Candidates).Select(_ => Mutate(parent.Architecture, random));
            mutants.AddRange(fresh.Among(drawn).Except(mutants).Take(options.Candidates - mutants.Count).ToArray());
        }

        return mutants;
    }

    private Architecture Mutate(Architecture parent, RandomSource random)
    {
        var mutant = Setup.Space.Decisions.Mutate(parent, random);
        while (random.NextDouble() < Again)
        {
            mutant = Setup.Space.Decisions.Mutate(mutant, random);
        }

        return mutant;
    }

    /// <summary>A draw from the normal distribution of the members' mean and deviation, for each output on its own (section 3.2).</summary>
    private static (double Excess, double Score) Sample(double[][] says, ImmutableArray<double> limits, RandomSource random)
    {
        double[] drawn = [.. says.Select(one => one.Mean() + (one.PopulationStandardDeviation() * random.NextGaussian()))];
        return (limits.Select((limit, i) => Math.Max(0, drawn[i + 1] - limit)).Sum(), drawn[0]);
    }

    private Ensemble Trained()
    {
        var known = History.Outcomes.Count(ModelledTrials.Holds);
        var count = known - (known < options.Initial ? 0 : (known - options.Initial) % options.Batch);
        if (_trained?.Trials != count)
        {
            var trials = ModelledTrials.First(History.Outcomes, count);
            _trained = (count, Ensemble.Train(_codes, trials, Limits.Measured.Length, options, Setup.Seed));
        }

        return _trained.Value.Ensemble;
    }
}
