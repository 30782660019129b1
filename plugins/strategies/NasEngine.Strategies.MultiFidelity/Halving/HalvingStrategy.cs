using System.Buffers;
using System.Collections.Immutable;
using NasEngine.Contracts;

namespace NasEngine.Strategies.MultiFidelity.Halving;

/// <summary>
/// Successive halving (Jamieson &amp; Talwalkar, arXiv 1502.07943) and Hyperband (Li et al., arXiv 1603.06560): a rung measures so many
/// architectures, of which the best part goes on to the next, which trains longer.
/// </summary>
/// <remarks>
/// A rung is over when as many have a score as it is for: for one that failed another enters, in the lowest rung a newcomer and else the
/// next best of the rung below. A strategy that has no newcomer left, or waits for results, lets the rung begin the next one with
/// fewer. Hyperband goes through its brackets again and again until the budget ends it.
/// </remarks>
internal sealed class HalvingStrategy : IStrategy
{
    private const byte StateVersion = 1;

    private readonly string _id;
    private readonly RungOptions _rungs;
    private readonly ImmutableArray<Bracket> _brackets;
    private readonly bool _repeats;
    private readonly StrategySetup _setup;
    private readonly RungTrial _trial;
    private readonly Proposer _proposer;
    private Race _race = new(0, 0, []);

    private HalvingStrategy(string id, RungOptions rungs, ImmutableArray<Bracket> brackets, bool repeats, StrategySetup setup)
    {
        (_id, _rungs, _brackets, _repeats, _setup) = (id, rungs, brackets, repeats, setup);
        _trial = new RungTrial(rungs);
        _proposer = new Proposer(id, setup);
    }

    /// <inheritdoc/>
    public WorkKind Kind => WorkKind.Trials;

    /// <inheritdoc/>
    public bool SaysEpochs => true;

    /// <inheritdoc/>
    public StrategyStatus Status => new()
    {
        Scalars = StrategyStatus.Empty.Scalars
            .Add("bracket", _race.Bracket)
            .Add("rung", RungOf(_race))
            .Add("rung_epochs", _rungs.EpochsOf(RungOf(_race)))
            .Add("rung_measured", _race.Measured.Count),
    };

    /// <inheritdoc/>
    public ImmutableArray<long>? Wanted => _rungs.Continue
        ? [.. _race.Waiting.Concat(_trial.KeepsNetworks(RungOf(_race)) ? _race.Measured : []).Select(entrant => entrant.Number)]
        : [];

    /// <summary>One race.</summary>
    public static HalvingStrategy SuccessiveHalving(SuccessiveHalvingOptions options, StrategySetup setup) => new(
        "successive-halving", options.Rungs, [Bracket.SuccessiveHalving(options, setup.Budget)], repeats: false, setup);

    /// <summary>Races from many candidates at few epochs to few at many.</summary>
    public static HalvingStrategy Hyperband(RungOptions options, StrategySetup setup) =>
        new("hyperband", options, Bracket.Hyperband(options), repeats: true, setup);

    /// <inheritdoc/>
    public WorkItem? Propose(ProposalContext context)
    {
        if (Enter(_race, context) is { } work)
        {
            return work;
        }

        if (_race.Pending > 0 || After(_race) is not { } next || Enter(next, context) is not { } first)
        {
            return null;
        }

        _race = next;
        return first;
    }

    /// <inheritdoc/>
    public void Observe(Observation observation)
    {
        var (number, work) = observation.Candidate;
        var architecture = ((Trial)work).Architecture;
        _race.Observe(_setup.Score(architecture, observation.Measurement) is { } score ? new Entrant(number, architecture, score) : null);
        _proposer.Observe(observation);
    }

    /// <inheritdoc/>
    public void Learn(Observation observation) => _proposer.Learn(observation);

    /// <inheritdoc/>
    public ImmutableArray<Architecture> Recommend(int count) => [];

    /// <inheritdoc/>
    public void Save(IBufferWriter<byte> state)
    {
        var writer = new StateWriter(state, StateVersion);
        _race.Save(writer);
        _proposer.Save(writer);
    }

    /// <inheritdoc/>
    public void Restore(ReadOnlyMemory<byte> state)
    {
        var reader = new StateReader($"strategy '{_id}'", state.Span, StateVersion);
        var race = Race.Restore(_setup.Space.Decisions, ref reader);
        _proposer.Restore(ref reader);
        reader.Done();
        _race = race.Bracket < _brackets.Length && race.Rung < _brackets[race.Bracket].Counts.Length ? race : throw new InputException(
            $"The saved state of strategy '{_id}' is in rung {race.Rung} of bracket {race.Bracket}, which its options do not have; set "
            + $"them as they were.");
    }

    private WorkItem? Enter(Race race, ProposalContext context)
    {
        if (!race.HasRoom(CountOf(race)))
        {
            return null;
        }

        if (race.Next is { } best)
        {
            race.EnterNext();
            return _trial.Next(best, RungOf(race));
        }

        if (race.Rung > 0 || _proposer.Propose(context) is not { } newcomer)
        {
            return null;
        }

        race.Enter();
        return _trial.First(newcomer, RungOf(race));
    }

    private Race? After(Race race)
    {
        if (race.Measured.Count > 0 && race.Rung + 1 < _brackets[race.Bracket].Counts.Length)
        {
            return new Race(race.Bracket, race.Rung + 1, [.. race.Measured.Order(Entrant.BestFirst)]);
        }

        return race.Bracket + 1 < _brackets.Length ? new Race(race.Bracket + 1, 0, [])
            : _repeats ? new Race(0, 0, [])
            : null;
    }

    /// <summary>As planned, or the same part of the rung below where that one was not full.</summary>
    private int CountOf(Race race)
    {
        var planned = _brackets[race.Bracket].Counts[race.Rung];
        return race.Rung == 0 ? planned : Math.Min(planned, Math.Max(1, race.BelowCount / _rungs.Eta));
    }

    private int RungOf(Race race) => _brackets[race.Bracket].First + race.Rung;
}
