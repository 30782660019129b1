using System.Buffers;
using System.Collections.Immutable;
using NasEngine.Contracts;

namespace NasEngine.Strategies.Portfolio;

/// <summary>
/// Several strategies share one search and one budget: each proposal is asked of a member drawn by <see cref="Credits"/>, and all learn
/// of all results. A member that wants results first lets the next one propose.
/// </summary>
internal sealed class PortfolioStrategy : IStrategy
{
    private const string Owner = "strategy 'portfolio'";
    private const byte StateVersion = 1;

    private readonly PortfolioOptions _options;
    private readonly StrategySetup _setup;
    private readonly ImmutableArray<IStrategy> _members;
    private SortedDictionary<long, int> _owners = [];
    private Credits _credits;

    /// <summary>Makes the members that the recipe names.</summary>
    /// <exception cref="InputException">Fewer than two are named, or one proposes steps of a supernet.</exception>
    public PortfolioStrategy(PortfolioOptions options, StrategySetup setup)
    {
        if (setup.Inner.Length < 2)
        {
            throw new InputException(
                $"Strategy 'portfolio' shares a search among several strategies, and {setup.Inner.Length} are named; name two or more, as "
                + $"in: "
                + ".Strategy(\"portfolio\", null, Part(\"random\"), Part(\"regularized-evolution\")).");
        }

        (_options, _setup) = (options, setup);
        _members = [.. setup.Inner.Select(setup.Make)];
        if (setup.Inner.Zip(_members).FirstOrDefault(pair => pair.Second.Kind != WorkKind.Trials).First is { } other)
        {
            throw new InputException(
                $"Strategy 'portfolio' shares a search of trials, and its member '{other.Id}' proposes steps of a supernet; name members "
                + $"that propose trials.");
        }

        _credits = new Credits(_members.Length);
    }

    /// <inheritdoc/>
    public WorkKind Kind => WorkKind.Trials;

    /// <inheritdoc/>
    public bool SaysEpochs => _members.All(member => member.SaysEpochs);

    /// <inheritdoc/>
    public StrategyStatus Status
    {
        get
        {
            var shares = _credits.Shares(_options.Temperature);
            return new StrategyStatus
            {
                Scalars = Enumerable.Range(0, _members.Length).Aggregate(
                    StrategyStatus.Empty.Scalars, (scalars, member) =>
                        scalars.Add($"share_{member}_{_setup.Inner[member].Id}", shares[member])),
            };
        }
    }

    /// <inheritdoc/>
    public ImmutableArray<long>? Wanted
    {
        get
        {
            var wanted = _members.Select(member => member.Wanted).ToArray();
            return Array.Exists(wanted, one => one is null) ? null : [.. wanted.SelectMany(one => one!.Value).Distinct().Order()];
        }
    }

    /// <inheritdoc/>
    public WorkItem? Propose(ProposalContext context)
    {
        var first = Drawn(_credits.Shares(_options.Temperature), context.Random("member"));
        for (var turn = 0; turn < _members.Length; turn++)
        {
            var member = (first + turn) % _members.Length;
            var own = context with { Pending = [.. context.Pending.Where(
                candidate => _owners.GetValueOrDefault(candidate.Number, -1) == member)] };
            if (_members[member].Propose(own) is { } work)
            {
                _owners.Add(context.Number, member);
                return work;
            }
        }

        return null;
    }

    /// <inheritdoc/>
    public void Observe(Observation observation)
    {
        _owners.Remove(observation.Candidate.Number, out var owner);
        if (Score(observation) is { } score)
        {
            _credits.Earn(owner, score, _options.Decay);
        }

        for (var member = 0; member < _members.Length; member++)
        {
            if (member == owner)
            {
                _members[member].Observe(observation);
            }
            else
            {
                _members[member].Learn(observation);
            }
        }
    }

    /// <inheritdoc/>
    public void Learn(Observation observation)
    {
        foreach (var member in _members)
        {
            member.Learn(observation);
        }
    }

    /// <inheritdoc/>
    public ImmutableArray<Architecture> Recommend(int count) => [];

    /// <inheritdoc/>
    public void Save(IBufferWriter<byte> state)
    {
        var writer = new StateWriter(state, StateVersion);
        _credits.Save(writer);
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

    /// <inheritdoc/>
    public void Restore(ReadOnlyMemory<byte> state)
    {
        var reader = new StateReader(Owner, state.Span, StateVersion);
        var credits = Credits.Restore(_members.Length, ref reader);
        var owners = new SortedDictionary<long, int>();
        foreach (var member in reader.Int32s())
        {
            owners.Add(reader.Int64(), member);
        }

        var states = new byte[_members.Length][];
        for (var member = 0; member < states.Length; member++)
        {
            states[member] = reader.Bytes();
        }

        reader.Done();
        for (var member = 0; member < states.Length; member++)
        {
            _members[member].Restore(states[member]);
        }

        (_credits, _owners) = (credits, owners);
    }

    private double? Score(Observation observation) =>
        observation.Candidate.Work is Trial { Architecture: var architecture } ? _setup.Score(architecture, observation.Measurement) : null;

    private static int Drawn(double[] shares, RandomSource random)
    {
        var left = random.NextDouble();
        for (var member = 0; member < shares.Length - 1; member++)
        {
            left -= shares[member];
            if (left < 0)
            {
                return member;
            }
        }

        return shares.Length - 1;
    }
}
