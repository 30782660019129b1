using System.Buffers;
using System.Collections.Immutable;
using NasEngine.Contracts;

namespace NasEngine.Strategies.Portfolio;

/// <summary>
/// Another strategy that starts from an earlier search of the workspace: transfer of a controller (Wong et al., "Transfer Learning with
/// Neural AutoML", arXiv 1803.02780), a surrogate or a population, or of what was tried.
/// </summary>
internal sealed class WarmStartStrategy : IStrategy
{
    private const byte StateVersion = 1;

    private readonly IStrategy _strategy;
    private readonly ImmutableArray<Architecture> _first = [];
    private readonly HashSet<long> _foreign = [];
    private int _proposed;

    /// <summary>Makes the strategy that the recipe names, and gives it what is taken.</summary>
    /// <exception cref="InputException">
    /// No earlier search is named, it is not there or not completed, or searched another space; not one strategy is named, or it does not
    /// read the state or learns nothing; or there is nothing to take.
    /// </exception>
    public WarmStartStrategy(WarmStartOptions options, StrategySetup setup)
    {
        var earlier = Earlier(options, setup);
        _strategy = setup.Inner.Length == 1 ? setup.Make(setup.Inner[0]) : throw new InputException(
            $"Strategy 'warm-start' starts one other strategy, and {setup.Inner.Length} are named; name one, as in: "
            + ".Strategy(\"warm-start\", new { From = \"first\" }, Part(\"regularized-evolution\")).");
        switch (options.With)
        {
            case WarmStartWith.State:
                _strategy.Restore(StateOf(earlier, setup.Inner[0].Id));
                break;
            case WarmStartWith.Trials:
                Teach(earlier, setup);
                break;
            case WarmStartWith.Winners when earlier.Found.IsEmpty:
                throw new InputException(
                    $"Search '{earlier.Spec.Name}' has no winners to propose first; start from another, or take its trials.");
            case WarmStartWith.Winners:
                _first = [.. earlier.Found.Distinct()];
                break;
        }
    }

    /// <inheritdoc/>
    public WorkKind Kind => _strategy.Kind;

    /// <inheritdoc/>
    public bool SaysEpochs => _first.IsEmpty && _strategy.SaysEpochs;

    /// <inheritdoc/>
    public StrategyStatus Status => _strategy.Status;

    /// <inheritdoc/>
    public ImmutableArray<long>? Wanted => _strategy.Wanted;

    /// <inheritdoc/>
    public WorkItem? Propose(ProposalContext context)
    {
        if (_proposed < _first.Length)
        {
            _foreign.Add(context.Number);
            return new Trial(_first[_proposed++], Fidelity.Full);
        }

        return _strategy.Propose(context with { Pending = [.. context.Pending.Where(candidate => !_foreign.Contains(candidate.Number))] });
    }

    /// <inheritdoc/>
    public void Observe(Observation observation)
    {
        if (_foreign.Remove(observation.Candidate.Number))
        {
            _strategy.Learn(observation);
        }
        else
        {
            _strategy.Observe(observation);
        }
    }

    /// <inheritdoc/>
    public void Learn(Observation observation) => _strategy.Learn(observation);

    /// <inheritdoc/>
    public ImmutableArray<Architecture> Recommend(int count) => _strategy.Recommend(count);

    /// <inheritdoc/>
    public void Save(IBufferWriter<byte> state)
    {
        var writer = new StateWriter(state, StateVersion);
        writer.Write(_proposed);
        writer.Write(_foreign.Count);
        foreach (var number in _foreign.Order())
        {
            writer.Write(number);
        }

        writer.WriteBytes(StateNow());
    }

    /// <inheritdoc/>
    public void Restore(ReadOnlyMemory<byte> state)
    {
        var reader = new StateReader("strategy 'warm-start'", state.Span, StateVersion);
        var proposed = reader.Int32();
        var foreign = new List<long>();
        for (var left = reader.Int32(); left > 0; left--)
        {
            foreign.Add(reader.Int64());
        }

        var own = reader.Bytes();
        reader.Done();
        _strategy.Restore(own);
        _proposed = proposed;
        _foreign.Clear();
        _foreign.UnionWith(foreign);
    }

    private static EarlierSearch Earlier(WarmStartOptions options, StrategySetup setup)
    {
        if (options.From.Length == 0)
        {
            throw new InputException(
                "Strategy 'warm-start' does not say which search it starts from; name a completed one of the workspace, as in: new { From "
                + "= \"first\" }.");
        }

        var earlier = setup.Earlier.Read(options.From);
        var (own, its) = (setup.Space.Decisions.Id, SpaceOf(earlier));
        return its is null || its == own ? earlier : throw new InputException(
            $"Strategy 'warm-start' searches space '{own}' and search '{options.From}' is of '{its}'; start from a search of the same "
            + $"space.");
    }

    private static string? SpaceOf(EarlierSearch earlier) => earlier.Found.Select(found => found.Space)
        .Concat(earlier.Trials.SelectMany(trial => trial.Candidate.Work.Architectures).Select(architecture => architecture.Space))
        .FirstOrDefault();

    private static ReadOnlyMemory<byte> StateOf(EarlierSearch earlier, string id) => earlier.Spec.Strategy.Id != id
        ? throw new InputException(
            $"Strategy '{id}' cannot go on from search '{earlier.Spec.Name}', whose strategy was '{earlier.Spec.Strategy.Id}'; start the "
            + $"same one, or take its trials: new {{ With = \"trials\" }}.")
        : earlier.Strategy.IsEmpty
            ? throw new InputException(
                $"Search '{earlier.Spec.Name}' saved no state of its strategy; take its trials: new {{ With = \"trials\" }}.")
            : earlier.Strategy;

    private void Teach(EarlierSearch earlier, StrategySetup setup)
    {
        var before = StateNow();
        foreach (var (candidate, measurement) in earlier.Trials.Where(trial => trial.Candidate.Work is Trial))
        {
            _strategy.Learn(new Observation(candidate, measurement, setup.Seed)
            {
                Feasibility = measurement.Failure is null ? Feasibility.Of(setup.Objective, measurement.Metrics) : Feasibility.Free,
            });
        }

        if (before.AsSpan().SequenceEqual(StateNow()))
        {
            throw new InputException(
                $"Strategy '{setup.Inner[0].Id}' learns nothing from the trials of search '{earlier.Spec.Name}': it had none of use, or "
                + $"the strategy goes by its own alone; "
                + "take the winners: new { With = \"winners\" }.");
        }
    }

    private byte[] StateNow()
    {
        var state = new ArrayBufferWriter<byte>();
        _strategy.Save(state);
        return state.WrittenSpan.ToArray();
    }
}
