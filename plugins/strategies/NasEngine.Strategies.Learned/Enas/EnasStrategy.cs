using System.Buffers;
using System.Collections.Immutable;
using NasEngine.Contracts;

namespace NasEngine.Strategies.Learned.Enas;

/// <summary>
/// Efficient neural architecture search (ENAS, ICML 2018, arXiv 1802.03268): in turn, the shared weights are trained on paths that a
/// controller draws, one a step, and the controller by REINFORCE on the scores of paths on validation batches, the weights held fixed.
/// In the end it draws some paths, and the best on a validation batch is the result.
/// </summary>
/// <remarks>
/// The reward is the objective's score of a path by its accuracy and loss on the batch and by the costs that are known beforehand. The
/// paths of one controller step share a batch. A step of the controller that failed teaches it nothing. What differs from the authors'
/// program: a source of a node is drawn by a softmax over the node's numbers, where theirs attends to what the LSTM said of the nodes;
/// no operation is favoured beforehand, where theirs begins with separable convolutions; the mean of rewards begins with the first one,
/// where theirs begins at 0.
/// </remarks>
internal sealed class EnasStrategy : IStrategy
{
    private const string Owner = "strategy 'enas'";
    private const byte StateVersion = 2;

    private readonly EnasOptions _options;
    private readonly StrategySetup _setup;
    private readonly EnasSchedule _schedule;
    private Controller _controller;
    private ImmutableArray<Architecture> _chosen = [];
    private long _done;

    /// <exception cref="InputException">The budget does not say how many steps.</exception>
    public EnasStrategy(EnasOptions options, StrategySetup setup)
    {
        (_options, _setup) = (options, setup);
        _schedule = new EnasSchedule(
            options.WarmupSteps, options.WeightSteps, options.ControllerSteps, setup.Budget.Steps ?? setup.Budget.Planned(Owner));
        _controller = new Controller(options, setup.Space.Decisions, setup.Random("controller"));
    }

    /// <inheritdoc/>
    public WorkKind Kind => WorkKind.SupernetSteps;

    /// <summary>The turn, the mean reward, the entropy, and the log-probabilities along the likeliest path.</summary>
    public StrategyStatus Status
    {
        get
        {
            var scalars = StrategyStatus.Empty.Scalars.Add("round", _schedule.Round(_done));
            var likeliest = _controller.Likeliest;
            return new StrategyStatus
            {
                Scalars = _controller.Baseline is { } baseline
                    ? scalars.Add("baseline", baseline).Add("entropy", _controller.Entropy)
                    : scalars,
                Alphas = likeliest.Decisions.Zip(likeliest.Probabilities).ToImmutableSortedDictionary(
                    place => _setup.Space.Decisions.Decisions[place.First].Name,
                    place => place.Second.Select(probability => Math.Log(probability)).ToImmutableArray(),
                    StringComparer.Ordinal),
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

        var random = context.Random("paths");
        return _schedule.IsChoice(_done)
            ? Step([], _controller.Draw(_options.Finalists, random)) with { ValidationBatches = _options.FinalBatches }
            : _schedule.IsWeightStep(_done)
                ? Step(_controller.Draw(1, random), []) with { SchedulePosition = Math.Min(1, _schedule.Position(_done)) }
                : Step([], _controller.Draw(_options.Aggregate, random));
    }

    /// <inheritdoc/>
    public void Observe(Observation observation)
    {
        var step = _done++;
        var rewarded = Rewarded((SupernetStep)observation.Candidate.Work, observation.Measurement);
        if (rewarded.Length == 0)
        {
            return;
        }

        if (_schedule.IsChoice(step))
        {
            _chosen = [.. rewarded.OrderByDescending(one => one.Reward).Select(one => one.Path).Distinct()];
        }
        else
        {
            _controller.Learn(rewarded);
        }
    }

    /// <summary>The finalists, best first; before them the likeliest path.</summary>
    public ImmutableArray<Architecture> Recommend(int count) =>
        [.. (_chosen.IsEmpty ? [_controller.Likeliest.Architecture] : _chosen).Take(count)];

    /// <inheritdoc/>
    public void Save(IBufferWriter<byte> state)
    {
        var writer = new StateWriter(state, StateVersion);
        writer.Write(_done);
        _controller.Save(writer);
        writer.Write(_chosen.Length);
        foreach (var path in _chosen)
        {
            writer.Write(path.Values.AsSpan());
        }
    }

    /// <inheritdoc/>
    public void Restore(ReadOnlyMemory<byte> state)
    {
        var reader = new StateReader(Owner, state.Span, StateVersion);
        if (reader.Version < StateVersion)
        {
            throw new InputException(
                $"The saved state of {Owner} is of a controller without an LSTM; resume with the plugin that wrote it, or begin anew.");
        }

        var done = reader.Int64();
        var controller = Controller.Restore(_options, _setup.Space.Decisions, ref reader);
        var chosen = ImmutableArray.CreateBuilder<Architecture>();
        for (var left = reader.Int32(); left > 0; left--)
        {
            chosen.Add(_setup.Space.Decisions.Architecture(reader.Int32s()));
        }

        reader.Done();
        (_done, _controller, _chosen) = (done, controller, chosen.ToImmutable());
    }

    private (Architecture Path, double Reward)[] Rewarded(SupernetStep step, Measurement measured)
    {
        if (measured.Failure is not null || step.Validate.IsEmpty)
        {
            return [];
        }

        var (accuracies, losses) = (measured.Series[SeriesNames.ValidationAccuracies], measured.Series[SeriesNames.ValidationLosses]);
        return
        [
            .. step.Validate.Cast<Architecture>()
                .Select((path, place) => (Path: path, Reward: _setup.Score(path, new Measurement()
                    .With(MetricNames.ValidationAccuracy, accuracies[place])
                    .With(MetricNames.ValidationLoss, losses[place]))))
                .Where(one => one.Reward is { } reward && double.IsFinite(reward))
                .Select(one => (one.Path, one.Reward!.Value)),
        ];
    }

    private static SupernetStep Step(ImmutableArray<Architecture> train, ImmutableArray<Architecture> validate) =>
        new("uniform", ImmutableArray<Route>.CastUp(train), ImmutableArray<Route>.CastUp(validate), SupernetStep.NoSettings);
}
