using NasEngine.Contracts;

namespace NasEngine.Strategies.Sequential;

/// <summary>
/// Bayesian optimisation (Jones, Schonlau and Welch, 1998; Snoek, Larochelle and Adams, NIPS 2012): a Gaussian process over the
/// decisions, and the architecture of which it expects the largest improvement.
/// </summary>
/// <remarks>
/// Hyperparameters are fitted by marginal likelihood whenever there are a quarter more trials. What is pending is believed to come
/// out at its mean. Limits on what only a trial measures have a process each. A user's prior π draws the first architectures, and
/// multiplies what later ones are chosen by as π^(β/n) after n trials (πBO, Hvarfner et al., ICLR 2022, arXiv 2204.11051, eq. 6).
/// </remarks>
internal sealed class BayesianStrategy(BayesianOptions options, StrategySetup setup)
    : SequentialStrategy("bayesian", options.Initial, setup)
{
    /// <summary>Architectures drawn from a prior for one that may be proposed.</summary>
    private const int PriorDraws = 1_000;

    /// <summary>Good trials whose neighbours are looked at.</summary>
    private const int Good = 5;

    private readonly UserPrior _prior = new(setup.Space.Decisions, options.Prior);
    private (int Trials, SurrogateKernels Kernels)? _fitted;

    /// <inheritdoc/>
    protected override Architecture? Begin(ProposalContext context, Fresh fresh)
    {
        var random = context.Random("prior");
        return _prior.IsOpen ? null : fresh.Among(Enumerable.Range(0, PriorDraws).Select(_ => _prior.Sample(random))).FirstOrDefault();
    }

    /// <inheritdoc/>
    protected override Architecture? Choose(ProposalContext context, Fresh fresh, IReadOnlyList<Architecture> pending)
    {
        var trials = ModelledTrials.AtMost(ModelledTrials.First(History.Outcomes, int.MaxValue), options.Points);
        var surrogate = Surrogate.Of(trials, Kernels(), options.Ranked, [.. pending.Select(one => one.Values.ToArray())]);
        var exponent = options.PriorWeight / Math.Max(1, History.Measured);
        double Worth(Architecture one) => Math.Pow(_prior.Of(one), exponent) * (options.UpperBound
            ? surrogate.UpperBound(one.Values.AsSpan(), options.Kappa)
            : surrogate.Improvement(one.Values.AsSpan()));
        var good = trials.OrderBy(one => one.Violation).ThenByDescending(one => one.Score).Take(Good).Select(one => one.Architecture);
        return new AcquisitionSearch(Setup.Space.Decisions, fresh, Worth, context.Random("acquisition")).Best(good, options.Draws);
    }

    /// <inheritdoc/>
    protected override void Forget() => _fitted = null;

    private SurrogateKernels Kernels()
    {
        var count = SurrogateKernels.FittedTo(History.Outcomes.Count(ModelledTrials.Holds));
        if (_fitted?.Trials != count)
        {
            var trials = ModelledTrials.First(History.Outcomes, count);
            var decisions = Setup.Space.Decisions.Decisions.Length;
            _fitted = (count, SurrogateKernels.Fit(trials, decisions, Limits.Measured.Length, options.Ranked));
        }

        return _fitted.Value.Kernels;
    }
}
