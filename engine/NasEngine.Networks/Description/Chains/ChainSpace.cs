using System.Collections.Immutable;
using NasEngine.Contracts;

namespace NasEngine.Networks;

/// <summary>
/// A space whose networks are chains of segments. Costs are sums of looked-up segment costs, so that millions of
/// architectures can be costed per second without building a graph.
/// </summary>
public abstract class ChainSpace : NetworkSpace, ICostChain
{
    private readonly ImmutableArray<ChainSegment> _segments;
    private readonly SegmentCosts[] _costs;
    private readonly ShapeNumbers _shapes = new();
    private readonly int _input;

    /// <summary>Makes the space and checks its smallest network.</summary>
    /// <exception cref="InputException">The network does not fit together, or does not end in the classes.</exception>
    protected ChainSpace(DecisionSpace decisions, ImageTask task, IEnumerable<ChainSegment> segments)
        : base(decisions, task)
    {
        _segments = [.. segments];
        _costs = [.. _segments.Select(segment => new SegmentCosts(segment, decisions))];
        _input = _shapes.NumberOf(task.Input);
        var first = Describe(decisions.Architecture(new int[decisions.Decisions.Length]));
        if (first.Output != new FeatureShape(task.Classes, 1, 1))
        {
            throw new InputException($"The networks of space '{decisions.Id}' give {first.Output}; they must give {task.Classes}×1×1.");
        }
    }

    /// <inheritdoc/>
    public override ArchitectureCost Cost(Architecture architecture)
    {
        Decisions.MustHold(architecture);
        long macs = 0, parameters = 0, bytes = 0, weights = 0;
        var shape = _input;
        foreach (var costs in _costs)
        {
            var entry = costs.Of(shape, architecture.Values.AsSpan(), _shapes);
            macs += entry.Cost.Macs;
            parameters += entry.Cost.Parameters;
            bytes += entry.Cost.ActivationBytes;
            weights += entry.Cost.WeightBytes;
            shape = entry.Next;
        }

        return new ArchitectureCost(macs, parameters, bytes) { WeightBytes = weights };
    }

    /// <inheritdoc/>
    int ICostChain.CostParts => _segments.Length;

    /// <inheritdoc/>
    int ICostChain.CostStart => _input;

    /// <inheritdoc/>
    ReadOnlySpan<int> ICostChain.CostDecisions(int part) => _segments[part].Decisions.AsSpan();

    /// <inheritdoc/>
    (ArchitectureCost Cost, int Left) ICostChain.CostOfPart(int part, int left, ReadOnlySpan<int> values)
    {
        var entry = _costs[part].Of(left, values, _shapes);
        return (entry.Cost, entry.Next);
    }

    /// <summary>All decisions that what a part computes depends on, by number.</summary>
    internal ImmutableArray<int> DecisionsOf(int part) => [.. _segments[part].Decisions, .. _segments[part].Uncounted];

    /// <summary>A part as a network of its own, behind what the part before it left; an image alone where it adds nothing.</summary>
    internal NetworkSpec DescribePart(int part, int left, ReadOnlySpan<int> values) =>
        _segments[part].Add(NetworkSpec.From(_shapes[left]), values).Build();

    /// <summary>The weights of these architectures. A part that many of them share is described once.</summary>
    internal IEnumerable<Weight> WeightsOf(IEnumerable<Architecture> architectures)
    {
        var described = new HashSet<(int Part, int Left, string Choices)>();
        foreach (var architecture in architectures)
        {
            var left = _input;
            for (var part = 0; part < _segments.Length; part++)
            {
                if (described.Add((part, left, Choices(part, architecture))))
                {
                    foreach (var weight in DescribePart(part, left, architecture.Values.AsSpan()).Weights)
                    {
                        yield return weight;
                    }
                }

                left = _costs[part].Of(left, architecture.Values.AsSpan(), _shapes).Next;
            }
        }
    }

    /// <inheritdoc/>
    protected override FeatureMap Add(FeatureMap image, Architecture architecture)
    {
        foreach (var segment in _segments)
        {
            image = segment.Add(image, architecture.Values.AsSpan());
        }

        return image;
    }

    private string Choices(int part, Architecture architecture) =>
        string.Join(',', DecisionsOf(part).Select(number => architecture.Values[number]));
}
