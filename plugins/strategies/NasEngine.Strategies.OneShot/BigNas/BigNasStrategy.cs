using System.Collections.Immutable;
using NasEngine.Contracts;

namespace NasEngine.Strategies.OneShot.BigNas;

/// <summary>
/// BigNAS (ECCV 2020, arXiv 2003.11142): the budget's steps train one supernet so that its slices need no training of their own: in
/// every step the largest path learns from the labels, the smallest and some random ones from the largest (the sandwich rule with
/// in-place distillation). The largest alone is regularised, by weight decay and dropout, and residual blocks begin as the identity. Then
/// the budget's trials measure slices, their batch norms recalibrated: first of a coarse grid, then around
/// the best of what was measured. A slice is kept with its weights: it is the network that is found.
/// </summary>
/// <remarks>
/// A step or a slice that failed counts as one; a failed slice is never varied. When the grid is measured, and all around the best, random
/// architectures come next.
/// </remarks>
internal sealed class BigNasStrategy : SlicesStrategy
{
    /// <summary>Random architectures looked at for one that is new and feasible.</summary>
    private const int Tries = 1000;

    private readonly BigNasOptions _options;
    private readonly Limits _limits;
    private readonly FineSelection _fine;
    private readonly Lazy<ImmutableArray<Architecture>> _grid;

    /// <exception cref="InputException">The budget does not say how many steps and how many trials.</exception>
    public BigNasStrategy(BigNasOptions options, StrategySetup setup)
        : this(options, setup, new Limits(setup, allowance: 0))
    {
    }

    private BigNasStrategy(BigNasOptions options, StrategySetup setup, Limits limits)
        : base("big-nas", setup, new TrainingStep(PathSampling.Uniform, options.Samples, sandwich: true, setup.Space.Decisions, limits))
    {
        (_options, _limits) = (options, limits);
        _fine = new FineSelection(options.Parents, setup.Space, limits);
        var coarse = (int)Math.Clamp(Math.Ceiling(options.Coarse * Trials), 1, int.MaxValue);
        _grid = new(() => CoarseGrid.Of(setup.Space, options.Levels, coarse, limits, setup.Random("coarse grid")));
    }

    /// <inheritdoc/>
    private protected override SupernetStep Step(SupernetStep step, long number)
    {
        var settings = _options.Dropout > 0 ? step.Settings.SetItem("dropout", _options.Dropout) : step.Settings;
        return step with { Settings = number == 0 ? settings.SetItem("residual_scale", _options.ResidualScale) : settings };
    }

    /// <inheritdoc/>
    private protected override Trial? Next(Slices slices, ProposalContext context) => Slice(slices, context) is { } slice
        ? new Trial(slice, Fidelity.Full) { Weights = _options.Slices, Keep = true }
        : null;

    private Architecture? Slice(Slices slices, ProposalContext context) => slices.Count < _grid.Value.Length
        ? _grid.Value[slices.Count]
        : _fine.Next(slices, context.Random("fine")) ?? Another(slices, context.Random("another"));

    private Architecture? Another(Slices slices, RandomSource random) => Enumerable.Range(0, Tries)
        .Select(_ => Setup.Space.Canonical(Setup.Space.Decisions.Sample(random)))
        .FirstOrDefault(one => !slices.Knows(one) && _limits.Violation(one) == 0);
}
