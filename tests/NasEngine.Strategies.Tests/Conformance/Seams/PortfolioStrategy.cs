using System.Buffers;
using System.Collections.Immutable;
using NasEngine.Contracts;

namespace NasEngine.Strategies.Tests.Seams;

/// <summary>Two strategies that the search names, asked in turn; each is told of what it proposed.</summary>
internal sealed class PortfolioStrategy : IStrategy
{
    private readonly ImmutableArray<IStrategy> _members;
    private readonly SortedDictionary<long, int> _owners = [];
    private long _asked;

    public PortfolioStrategy(StrategySetup setup)
    {
        _members = [.. setup.Inner.Select(setup.Make)];
        _asked = setup.Random("first").NextInt(_members.Length);
    }

    public WorkKind Kind => WorkKind.Trials;

    public StrategyStatus Status => new() { Scalars = StrategyStatus.Empty.Scalars.Add("turn", _asked) };

    public WorkItem? Propose(ProposalContext context)
    {
        var member = (int)(_asked % _members.Length);
        var own = context with { Pending = [.. context.Pending.Where(candidate => _owners.GetValueOrDefault(candidate.Number, -1) == member)] };
        if (_members[member].Propose(own) is not { } work)
        {
            return null;
        }

        _owners.Add(context.Number, member);
        _asked++;
        return work;
    }

    public void Observe(Observation observation)
    {
        _owners.Remove(observation.Candidate.Number, out var member);
        _members[member].Observe(observation);
    }

    public ImmutableArray<Architecture> Recommend(int count) => [.. _members.SelectMany(member => member.Recommend(count)).Distinct().Take(count)];

    public void Save(IBufferWriter<byte> state)
    {
        var writer = new StateWriter(state, 1);
        writer.Write(_asked);
        writer.Write([.. _owners.Values]);
        foreach (var number in _owners.Keys)
        {
            writer.Write(number);
        }

        foreach (var member in _members)
        {
            var own = new ArrayBufferWriter<byte>();
            member.Save(own);
            writer.WriteBytes(own.WrittenSpan);
        }
    }

    public void Restore(ReadOnlyMemory<byte> state)
    {
        var reader = new StateReader("strategy 'portfolio'", state.Span, 1);
        var (asked, owners) = (reader.Int64(), reader.Int32s());
        var numbers = new long[owners.Length];
        for (var i = 0; i < numbers.Length; i++)
        {
            numbers[i] = reader.Int64();
        }

        var states = new byte[_members.Length][];
        for (var i = 0; i < states.Length; i++)
        {
            states[i] = reader.Bytes();
        }

        reader.Done();
        for (var i = 0; i < states.Length; i++)
        {
            _members[i].Restore(states[i]);
        }

        _asked = asked;
        _owners.Clear();
        for (var i = 0; i < numbers.Length; i++)
        {
            _owners.Add(numbers[i], owners[i]);
        }
    }
}
