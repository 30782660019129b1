using System.Buffers;
using System.Collections.Immutable;
using NasEngine.Contracts;

namespace NasEngine.Strategies.OneShot.BigNas;

/// <summary>
/// BigNAS (ECCV 2020, arXiv 2003.11142): the budget's steps train one supernet so that its slices need no training of their own: in
/// every step the largest path learns from the labels, the smallest and some random ones from the largest (the sandwich rule with
/// in-place distillation). Then the budget's trials measure slices, their batch norms recalibrated: first of a coarse grid, then around
/// the best of what was measured. A slice is kept with its weights: it is the network that is found.
/// </summary>
/// <remarks>
/// A step or a slice that failed counts as one; a failed slice is never varied. When the grid is measured, and all around the best, random
/// architectures come next.
/// </remarks>
internal sealed class BigNasStrategy : IStrategy
{
    private const string Owner = "strategy 'big-nas'";
    private const byte StateVersion = 1;

    /// <summary>Random architectures looked at for one that is new and feasible.</summary>
    private const int Tries = 1000;

    private readonly BigNasOptions _options;
    private readonly StrategySetup _setup;
    private readonly Limits _limits;
    private readonly TrainingStep _training;
    private readonly FineSelection _fine;
    private readonly Lazy<ImmutableArray<Architecture>> _grid;
    private readonly long _steps;
    private readonly long _trials;
    private Slices _slices = new();
    private long _trained;

    /// <exception cref="InputException">The budget does not say how many steps and how many trials.</exception>
    public BigNasStrategy(BigNasOptions options, StrategySetup setup)
    {
        (_options, _setup, _limits) = (options, setup, new Limits(setup, allowance: 0));
        _training = new TrainingStep(PathSampling.Uniform, options.Samples, sandwich: true, setup.Space.Decisions, _limits);
        _fine = new FineSelection(options.Parents, setup.Space, _limits);
        (_steps, _trials) = setup.Budget is { Steps: { } steps, Trials: { } trials } ? (steps, trials) : throw new InputException(
            $"The {Owner} trains a supernet and then measures slices of it, so its budget has both: .Budget(steps: 1000, trials: 100).");
        var coarse = (int)Math.Clamp(Math.Ceiling(options.Coarse * _trials), 1, int.MaxValue);
        _grid = new(() => CoarseGrid.Of(setup.Space, options.Levels, coarse, _limits, setup.Random("coarse grid")));
    }

    /// <inheritdoc/>
    public WorkKind Kind => WorkKind.Both;

    /// <inheritdoc/>
    public StrategyStatus Status
    {
        get
        {
            var scalars = StrategyStatus.Empty.Scalars.Add("trained_steps", _trained).Add("slices", _slices.Count);
            return new StrategyStatus
            {
                Scalars = _slices.Best(_slices.Count).FirstOrDefault() is { Score: var best } && double.IsFinite(best)
                    ? scalars.Add("best_slice", best)
                    : scalars,
            };
        }
    }

    /// <inheritdoc/>
    public WorkItem? Propose(ProposalContext context)
    {
        if (!context.Pending.IsEmpty)
        {
            return null;
        }

        if (_trained < _steps)
        {
            return _training.Draw(context.Random("paths"));
        }

        return _slices.Count < _trials && Next(context) is { } slice
            ? new Trial(slice, Fidelity.Full) { Weights = _options.Slices, Keep = true }
            : null;
    }

    /// <inheritdoc/>
    public void Observe(Observation observation)
    {
        if (observation.Candidate.Work is not Trial { Architecture: var architecture })
        {
            _trained++;
            return;
        }

        var score = _setup.Score(architecture, observation.Measurement) ?? double.NegativeInfinity;
        _slices.Add(new Slice(architecture, score, observation.Feasibility.Violation));
    }

    /// <inheritdoc/>
    public ImmutableArray<Architecture> Recommend(int count) =>
        [.. _slices.Best(_slices.Count).Where(slice => double.IsFinite(slice.Score)).Take(count).Select(slice => slice.Architecture)];

    /// <inheritdoc/>
    public void Save(IBufferWriter<byte> state)
    {
        var writer = new StateWriter(state, StateVersion);
        writer.Write(_trained);
        _slices.Save(writer);
    }

    /// <inheritdoc/>
    public void Restore(ReadOnlyMemory<byte> state)
    {
        var reader = new StateReader(Owner, state.Span, StateVersion);
        var trained = reader.Int64();
        var slices = Slices.Restore(_setup.Space.Decisions, ref reader);
        reader.Done();
        (_trained, _slices) = (trained, slices);
    }

    private Architecture? Next(ProposalContext context) =>
        _slices.Count < _grid.Value.Length
            ? _grid.Value[_slices.Count]
            : _fine.Next(_slices, context.Random("fine")) ?? Another(context.Random("another"));

    private Architecture? Another(RandomSource random) => Enumerable.Range(0, Tries)
        .Select(_ => _setup.Space.Canonical(_setup.Space.Decisions.Sample(random)))
        .FirstOrDefault(one => !_slices.Knows(one) && _limits.Violation(one) == 0);
}
