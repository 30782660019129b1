using System.Buffers;
using System.Collections.Immutable;
using NasEngine.Contracts;

namespace NasEngine.Strategies.OneShot;

/// <summary>
/// What one-shot methods have in common that train first and choose then: the budget's steps train a supernet, and the budget's trials
/// measure its slices. Which paths are trained and which slice comes next is the method's affair.
/// </summary>
/// <remarks>A step or a slice that failed counts as one.</remarks>
internal abstract class SlicesStrategy : IStrategy
{
    private const byte StateVersion = 1;

    private readonly string _owner;
    private readonly TrainingStep _training;
    private readonly long _steps;
    private readonly long _trials;
    private Slices _slices = new();
    private long _trained;

    /// <param name="id">Id of the strategy.</param>
    /// <param name="setup">What it is made with.</param>
    /// <param name="training">The steps that train.</param>
    /// <exception cref="InputException">The budget does not say how many steps and how many trials.</exception>
    private protected SlicesStrategy(string id, StrategySetup setup, TrainingStep training)
    {
        (_owner, Setup, _training) = ($"strategy '{id}'", setup, training);
        (_steps, _trials) = setup.Budget is { Steps: { } steps, Trials: { } trials } ? (steps, trials) : throw new InputException(
            $"The {_owner} trains a supernet and then measures slices of it, so its budget has both: .Budget(steps: 1000, trials: 100).");
    }

    /// <inheritdoc/>
    public WorkKind Kind => WorkKind.Both;

    /// <inheritdoc/>
    public StrategyStatus Status => new() { Scalars = StatusOf(_slices, StrategyStatus.Empty.Scalars.Add("trained_steps", _trained)) };

    /// <summary>What the strategy is made with.</summary>
    private protected StrategySetup Setup { get; }

    /// <summary>Slices that will be measured.</summary>
    private protected long Trials => _trials;

    /// <inheritdoc/>
    public WorkItem? Propose(ProposalContext context) =>
        !context.Pending.IsEmpty ? null
        : _trained < _steps ? Step(_training.Draw(context.Random("paths")), context.Number)
        : _slices.Count < _trials ? Next(_slices, context)
        : null;

    /// <inheritdoc/>
    public void Observe(Observation observation)
    {
        if (observation.Candidate.Work is not Trial { Architecture: var architecture })
        {
            _trained++;
            return;
        }

        var score = Setup.Score(architecture, observation.Measurement) ?? double.NegativeInfinity;
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
        var reader = new StateReader(_owner, state.Span, StateVersion);
        var trained = reader.Int64();
        var slices = Slices.Restore(Setup.Space.Decisions, ref reader);
        reader.Done();
        (_trained, _slices) = (trained, slices);
    }

    /// <summary>What else a training step says.</summary>
    /// <param name="step">The paths and the rule.</param>
    /// <param name="number">Its number in the search.</param>
    private protected virtual SupernetStep Step(SupernetStep step, long number) => step;

    /// <summary>The slice to measure next; null when no other turns up.</summary>
    private protected abstract Trial? Next(Slices slices, ProposalContext context);

    /// <summary>Slices measured, and the best score of one that is best by the constraints.</summary>
    private protected virtual ImmutableSortedDictionary<string, double> StatusOf(
        Slices slices, ImmutableSortedDictionary<string, double> scalars)
    {
        scalars = slices.Count > 0 ? scalars.Add("slices", slices.Count) : scalars;
        return slices.Best(slices.Count).FirstOrDefault() is { Score: var best } && double.IsFinite(best)
            ? scalars.Add("best_slice", best)
            : scalars;
    }
}
