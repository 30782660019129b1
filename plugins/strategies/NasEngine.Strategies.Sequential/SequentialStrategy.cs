using System.Buffers;
using System.Collections.Immutable;
using NasEngine.Contracts;

namespace NasEngine.Strategies.Sequential;

/// <summary>
/// A strategy that begins with random architectures and then chooses each by all results so far and by what is pending. It proposes
/// nothing twice and nothing that misses a limit on a known cost.
/// </summary>
/// <param name="id">Its id.</param>
/// <param name="initial">Architectures that are drawn before the first is chosen.</param>
/// <param name="setup">What it is made with.</param>
/// <remarks>
/// Until two trials have values it goes on drawing. Its state is the history of trials; what it learns from it is a function of it,
/// worked out when needed, so that a restored strategy goes on bit for bit.
/// </remarks>
internal abstract class SequentialStrategy(string id, int initial, StrategySetup setup) : IStrategy
{
    private const byte StateVersion = 1;
    private const int Least = 2;

    /// <inheritdoc/>
    public WorkKind Kind => WorkKind.Trials;

    /// <inheritdoc/>
    public virtual StrategyStatus Status => new()
    {
        Scalars = StrategyStatus.Empty.Scalars
            .Add("measured", History.Measured)
            .Add("feasible", History.Outcomes.Count(one => one.IsFeasible)),
    };

    /// <summary>The trials so far.</summary>
    protected History History { get; private set; } = new();

    /// <summary>What it is made with.</summary>
    protected StrategySetup Setup { get; } = setup;

    /// <summary>The objective's limits.</summary>
    protected Limits Limits { get; } = new(setup);

    /// <inheritdoc/>
    public WorkItem? Propose(ProposalContext context)
    {
        var trials = context.Pending.Select(candidate => candidate.Work).OfType<Trial>();
        Architecture[] pending = [.. trials.Select(trial => Setup.Space.Canonical(trial.Architecture))];
        var fresh = new Fresh(Setup.Space, Limits, History, pending.ToHashSet());
        var isBeginning = History.Measured < Least || History.Outcomes.Count + pending.Length < initial;
        var chosen = (isBeginning ? Begin(context, fresh) : Choose(context, fresh, pending)) ?? fresh.Draw(context.Random("architecture"));
        return chosen is null ? null : new Trial(chosen, Fidelity.Full);
    }

    /// <inheritdoc/>
    public void Observe(Observation observation)
    {
        if (observation.Candidate.Work is Trial { Architecture: var architecture })
        {
            var canonical = Setup.Space.Canonical(architecture);
            History.Add(Limits.Outcome(canonical, observation.Measurement, Values(architecture, observation.Measurement)));
        }
    }

    /// <summary>Another strategy's trial counts as one of its own.</summary>
    public void Learn(Observation observation) => Observe(observation);

    /// <inheritdoc/>
    public virtual ImmutableArray<Architecture> Recommend(int count) => [];

    /// <inheritdoc/>
    public void Save(IBufferWriter<byte> state) => History.Save(new StateWriter(state, StateVersion));

    /// <inheritdoc/>
    public void Restore(ReadOnlyMemory<byte> state)
    {
        var reader = new StateReader($"strategy '{id}'", state.Span, StateVersion);
        var history = History.Restore(Setup.Space.Decisions, ref reader);
        reader.Done();
        History = history;
        Forget();
    }

    /// <summary>What is maximised of a measurement: the score. Empty when there is none.</summary>
    protected virtual ImmutableArray<double> Values(Architecture architecture, Measurement measurement) =>
        Setup.Score(architecture, measurement) is { } score ? [score] : [];

    /// <summary>One of the first architectures; null, as by default, leaves it to chance.</summary>
    /// <param name="context">What is asked.</param>
    /// <param name="fresh">What may be proposed.</param>
    protected virtual Architecture? Begin(ProposalContext context, Fresh fresh) => null;

    /// <summary>The next architecture; null leaves it to chance.</summary>
    /// <param name="context">What is asked.</param>
    /// <param name="fresh">What may be proposed.</param>
    /// <param name="pending">What is pending, in canonical form, in the order of the candidates.</param>
    protected abstract Architecture? Choose(ProposalContext context, Fresh fresh, IReadOnlyList<Architecture> pending);

    /// <summary>Forgets what it worked out from a history that was replaced.</summary>
    protected virtual void Forget()
    {
    }
}
