using System.Buffers;
using System.Collections.Immutable;
using NasEngine.Contracts;

namespace NasEngine.Strategies.OneShot;

/// <summary>
/// Single-path one-shot (SPOS, ECCV 2020, arXiv 1904.00420): first the budget's steps train a supernet on sampled paths, none of which
/// is preferred; then the budget's trials measure its slices, each with batch-norm statistics of its own, and evolve them. The
/// weights are the same for all slices.
/// </summary>
/// <remarks>A step or a slice that failed counts as one; a failed slice is never a parent.</remarks>
internal sealed class SinglePathStrategy : IStrategy
{
    private const string Owner = "strategy 'single-path'";
    private const byte StateVersion = 1;

    private readonly SinglePathOptions _options;
    private readonly StrategySetup _setup;
    private readonly TrainingStep _training;
    private readonly Breeding _breeding;
    private readonly long _steps;
    private readonly long _trials;
    private Slices _slices = new();
    private long _trained;

    /// <exception cref="InputException">The budget does not say how many steps and how many trials.</exception>
    public SinglePathStrategy(SinglePathOptions options, StrategySetup setup)
    {
        (_options, _setup) = (options, setup);
        var limits = new Limits(setup, options.Allowance);
        _training = new TrainingStep(options.Sampling, options.Samples, options.Sandwich, setup.Space.Decisions, limits);
        _breeding = new Breeding(options, setup.Space, limits);
        (_steps, _trials) = setup.Budget is { Steps: { } steps, Trials: { } trials } ? (steps, trials) : throw new InputException(
            $"The {Owner} trains a supernet and then measures slices of it, so its budget has both: .Budget(steps: 1000, trials: 100).");
    }

    /// <inheritdoc/>
    public WorkKind Kind => WorkKind.Both;

    /// <inheritdoc/>
    public StrategyStatus Status => OneShotStatus.Of(_slices, _trained, _options.Population);

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

        return _slices.Count < _trials && _breeding.Next(_slices, context.Random("child")) is { } child
            ? new Trial(child, Fidelity.Full) { Weights = _options.Slices }
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
}
