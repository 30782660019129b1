using System.Buffers;
using System.Collections.Immutable;
using NasEngine.Contracts;

namespace NasEngine.Strategies.Relaxed.Darts;

/// <summary>
/// DARTS (ICLR 2019, arXiv 1806.09055, algorithm 1): every step moves the shared weights down the gradient of the training
/// loss of the whole mixture, then the architecture parameters down that of the validation loss.
/// </summary>
/// <remarks>
/// First order: the architecture parameters move by the gradient at the weights as they are after the step. Second order: by
/// the rule <c>unrolled</c>, which looks one step of the weights ahead. The memory of a step grows with the number of
/// choices, since all of them run. A step that failed leaves the architecture parameters as they were and is counted as
/// <c>skipped_steps</c>. Left to itself DARTS may end in cells of nothing but skip connections; <c>skips</c> counts them.
/// </remarks>
internal sealed class DartsStrategy : IStrategy
{
    private const string Owner = "strategy 'darts'";
    private const byte StateVersion = 1;

    private readonly DartsOptions _options;
    private readonly IRelaxedSpace _space;
    private DartsState? _state;

    public DartsStrategy(DartsOptions options, StrategySetup setup)
    {
        _options = options;
        _space = setup.Space as IRelaxedSpace ?? throw new InputException(
            $"Strategy 'darts' weighs choices, and space '{setup.Space.Decisions.Id}' has paths only; use a space with mixtures, such as 'darts' or 'nasbench201'.");
        if (!setup.Objective.Targets.IsEmpty)
        {
            throw new InputException(
                $"Strategy 'darts' learns from the loss alone and cannot keep '{setup.Objective.Targets[0].Metric}' to a target; leave costs out of its objective, or use 'fp-nas'.");
        }
    }

    /// <inheritdoc/>
    public WorkKind Kind => WorkKind.SupernetSteps;

    /// <inheritdoc/>
    public StrategyStatus Status => _state is null ? StrategyStatus.Empty : DartsStatus.Of(_state, _space);

    /// <inheritdoc/>
    public WorkItem? Propose(ProposalContext context)
    {
        if (!context.Pending.IsEmpty)
        {
            return null;
        }

        _state ??= DartsState.Start(_space.Relaxed, _options, context.Seed);
        Route mixture = _state.Alphas.Mixture(_space.Decisions.Id);
        return context.Number < _options.WarmupSteps ? new SupernetStep("uniform", [mixture], [], SupernetStep.NoSettings)
            : _options.SecondOrder ? new SupernetStep("unrolled", [mixture], [], SupernetStep.NoSettings)
            : new SupernetStep("uniform", [mixture], [mixture], SupernetStep.NoSettings);
    }

    /// <inheritdoc/>
    public void Observe(Observation observation)
    {
        var state = _state ?? throw new InvalidOperationException($"Candidate {observation.Candidate.Number} was not proposed by {Owner}.");
        if (observation.Measurement.Failure is not null)
        {
            _state = state with { Skipped = state.Skipped + 1 };
        }
        else if (observation.Candidate.Number >= _options.WarmupSteps)
        {
            _state = Learn(state, observation.Measurement);
        }
    }

    /// <inheritdoc/>
    public ImmutableArray<Architecture> Recommend(int count) =>
        _state is null || count < 1 ? [] : [_space.Discretise(_state.Alphas.Weights)];

    /// <inheritdoc/>
    public void Save(IBufferWriter<byte> state)
    {
        var writer = new StateWriter(state, StateVersion);
        writer.Write(_state is not null);
        _state?.Save(writer);
    }

    /// <inheritdoc/>
    public void Restore(ReadOnlyMemory<byte> state)
    {
        var reader = new StateReader(Owner, state.Span, StateVersion);
        var restored = reader.Flag() ? DartsState.Restore(_space.Relaxed, _options, ref reader) : null;
        reader.Done();
        _state = restored;
    }

    private DartsState Learn(DartsState state, Measurement measured)
    {
        var gradient = state.Alphas.Gradient(decision =>
            measured.Series.GetValueOrDefault(SeriesNames.ValidationGradient(0, decision)) is { IsDefault: false } slopes ? slopes
                : throw new InvalidOperationException(
                    $"The estimator gave no '{SeriesNames.ValidationGradient(0, decision)}'; strategy 'darts' needs one that differentiates by the weights of choices."));
        return state with
        {
            Alphas = new SoftmaxAlphas(_space.Relaxed, state.Adam.Descend(state.Alphas.Logits, gradient)),
            Loss = measured.Metrics.GetValueOrDefault(MetricNames.ValidationLoss, double.NaN),
        };
    }
}
