using System.Buffers;
using System.Collections.Immutable;
using NasEngine.Contracts;

namespace NasEngine.Strategies.Tests.Seams;

/// <summary>
/// Proposes first what an earlier search found best, then what a strategy proposes that goes on from the state which that of the
/// earlier search saved.
/// </summary>
internal sealed class TransferStrategy : IStrategy
{
    private const int Taken = 5;

    private readonly ImmutableArray<Architecture> _taken;
    private readonly IStrategy _heir;

    public TransferStrategy(StrategySetup setup)
    {
        var earlier = setup.Earlier.Read("before");
        _heir = setup.Make(setup.Inner[0]);
        _heir.Restore(earlier.Strategy);
        _taken =
        [
            .. earlier.Trials
                .Where(trial => trial.Measurement.Failure is null)
                .OrderBy(trial => trial.Measurement.Metrics[MetricNames.ValidationLoss])
                .Select(trial => ((Trial)trial.Candidate.Work).Architecture)
                .Distinct()
                .Take(Taken),
        ];
    }

    public WorkKind Kind => WorkKind.Trials;

    public StrategyStatus Status => StrategyStatus.Empty;

    public WorkItem? Propose(ProposalContext context) =>
        context.Number < _taken.Length ? new Trial(_taken[(int)context.Number], Fidelity.Full) : _heir.Propose(context);

    public void Observe(Observation observation) => _heir.Observe(observation);

    public ImmutableArray<Architecture> Recommend(int count) => _heir.Recommend(count);

    public void Save(IBufferWriter<byte> state) => _heir.Save(state);

    public void Restore(ReadOnlyMemory<byte> state) => _heir.Restore(state);
}
