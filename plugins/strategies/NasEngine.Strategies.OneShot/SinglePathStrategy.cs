using System.Collections.Immutable;
using NasEngine.Contracts;

namespace NasEngine.Strategies.OneShot;

/// <summary>
/// Single-path one-shot (SPOS, ECCV 2020, arXiv 1904.00420): first the budget's steps train a supernet on sampled paths, none of which
/// is preferred; then the budget's trials measure its slices, each with batch-norm statistics of its own, and evolve them. The
/// weights are the same for all slices.
/// </summary>
/// <remarks>A step or a slice that failed counts as one; a failed slice is never a parent.</remarks>
internal sealed class SinglePathStrategy : SlicesStrategy
{
    private readonly SinglePathOptions _options;
    private readonly Breeding _breeding;

    /// <exception cref="InputException">The budget does not say how many steps and how many trials.</exception>
    public SinglePathStrategy(SinglePathOptions options, StrategySetup setup)
        : this(options, setup, new Limits(setup, options.Allowance))
    {
    }

    private SinglePathStrategy(SinglePathOptions options, StrategySetup setup, Limits limits)
        : base(
            "single-path", setup, new TrainingStep(options.Sampling, options.Samples, options.Sandwich, setup.Space.Decisions, limits)) =>
        (_options, _breeding) = (options, new Breeding(options, setup.Space, limits));

    /// <inheritdoc/>
    private protected override Trial? Next(Slices slices, ProposalContext context) =>
        _breeding.Next(slices, context.Random("child")) is { } child
            ? new Trial(child, Fidelity.Full) { Weights = _options.Slices }
            : null;

    /// <summary>The generation too, from 1.</summary>
    private protected override ImmutableSortedDictionary<string, double> StatusOf(
        Slices slices, ImmutableSortedDictionary<string, double> scalars) =>
        base.StatusOf(slices, slices.Count > 0 ? scalars.Add("generation", ((slices.Count - 1) / _options.Population) + 1) : scalars);
}
