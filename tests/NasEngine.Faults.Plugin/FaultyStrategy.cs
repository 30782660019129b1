using System.Buffers;
using System.Collections.Immutable;
using NasEngine.Contracts;

namespace NasEngine.Faults.Plugin;

/// <summary>Every proposal depends on all that was observed before, so that a lost or swapped result shows.</summary>
internal sealed class FaultyStrategy(FaultOptions options, ISearchSpace space) : IStrategy
{
    private long _seen = 1;

    public WorkKind Kind => WorkKind.Trials;

    public StrategyStatus Status => StrategyStatus.Empty;

    public WorkItem? Propose(ProposalContext context)
    {
        if (options.Fault == "again" && context.Number == options.At && File.Exists(options.Marker))
        {
            new ManualResetEvent(false).WaitOne();
        }

        if (options.Due(context.Number))
        {
            switch (options.Fault)
            {
                case "throws":
                    throw new InvalidOperationException("out of ideas");
                case "nonsense":
                    return new Trial(new Architecture("faulty", [7, -1]), Fidelity.Full);
                case "never":
                    new ManualResetEvent(false).WaitOne();
                    break;
            }
        }

        var b = (int)((_seen & 0xFFFF) % 5);
        return new Trial(space.Decisions.Architecture([context.Random("faulty").NextInt(5), b]), Fidelity.Full);
    }

    public void Observe(Observation observation) =>
        _seen = unchecked((_seen * 31) + observation.Candidate.Number + (observation.Measurement.Failure is null ? 7 : 3));

    public ImmutableArray<Architecture> Recommend(int count) =>
        options.Fault == "winners" ? [new Architecture("faulty", [9, 9])] : [];

    public void Save(IBufferWriter<byte> state) => state.Write(BitConverter.GetBytes(_seen));

    public void Restore(ReadOnlyMemory<byte> state) => _seen = BitConverter.ToInt64(state.Span);
}
