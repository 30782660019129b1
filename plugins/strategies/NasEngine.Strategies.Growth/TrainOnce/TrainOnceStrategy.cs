using System.Buffers;
using System.Collections.Immutable;
using NasEngine.Contracts;

namespace NasEngine.Strategies.Growth.TrainOnce;

/// <summary>
/// Trains the networks it is given, in their order and each once, and ends. For methods that train one network and no more, such as
/// convolutional neural fabrics (NIPS 2016, arXiv 1606.02492), and for published networks to compare with. A network that failed is
/// trained anew, from other weights.
/// </summary>
internal sealed class TrainOnceStrategy : IStrategy
{
    private const string Owner = "strategy 'train-once'";
    private const byte StateVersion = 1;

    private readonly ImmutableArray<Architecture> _given;
    private readonly bool _keep;
    private readonly SortedSet<int> _left;

    /// <exception cref="InputException">A text is no architecture of the space.</exception>
    public TrainOnceStrategy(TrainOnceOptions options, StrategySetup setup)
    {
        _keep = options.Keep;
        var space = setup.Space;
        var texts = options.Architectures.Split(';', StringSplitOptions.TrimEntries | StringSplitOptions.RemoveEmptyEntries);
        _given = texts.Length > 0
            ? [.. texts.Select(text => space.References.TryGetValue(text, out var reference) ? reference : space.Parse(text)).Distinct()]
            : [space.Decisions.Architecture(new int[space.Decisions.Decisions.Length])];
        _left = [.. Enumerable.Range(0, _given.Length)];
    }

    /// <inheritdoc/>
    public WorkKind Kind => WorkKind.Trials;

    /// <inheritdoc/>
    public StrategyStatus Status => new() { Scalars = StrategyStatus.Empty.Scalars.Add("left", _left.Count) };

    /// <inheritdoc/>
    public WorkItem? Propose(ProposalContext context)
    {
        var pending = context.Pending.Select(candidate => ((Trial)candidate.Work).Architecture).ToHashSet();
        var next = _left.Where(place => !pending.Contains(_given[place])).Select(place => (int?)place).FirstOrDefault();
        return next is { } place ? new Trial(_given[place], Fidelity.Full) { Keep = _keep } : null;
    }

    /// <inheritdoc/>
    public void Observe(Observation observation)
    {
        if (observation.Measurement.Failure is null)
        {
            _left.Remove(_given.IndexOf(((Trial)observation.Candidate.Work).Architecture));
        }
    }

    /// <inheritdoc/>
    public ImmutableArray<Architecture> Recommend(int count) => [];

    /// <inheritdoc/>
    public void Save(IBufferWriter<byte> state)
    {
        ReadOnlySpan<int> left = [.. _left];
        new StateWriter(state, StateVersion).Write(left);
    }

    /// <inheritdoc/>
    public void Restore(ReadOnlyMemory<byte> state)
    {
        var reader = new StateReader(Owner, state.Span, StateVersion);
        var left = reader.Int32s();
        reader.Done();
        if (left.Any(place => place < 0 || place >= _given.Length))
        {
            throw new InputException($"The saved state of {Owner} is of more than the {_given.Length} networks given; resume with "
                + "the ones it was saved with.");
        }

        _left.Clear();
        _left.UnionWith(left);
    }
}
