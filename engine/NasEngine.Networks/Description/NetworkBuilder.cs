using System.Collections.Immutable;
using NasEngine.Contracts;

namespace NasEngine.Networks;

/// <summary>Collects the nodes of a description.</summary>
internal sealed class NetworkBuilder : NetworkSink
{
    private readonly List<Node> _nodes = [];
    private readonly Dictionary<string, Weight> _weights = new(StringComparer.Ordinal);

    public NetworkBuilder(FeatureShape input) => Add(new Input(input), [], "", "");

    public override bool NeedsKeys => true;

    public override FeatureShape ShapeOf(int node) => _nodes[node].Shape;

    public override NetworkSpec Build(int output)
    {
        var used = new bool[output + 1];
        used[output] = true;
        for (var i = output; i >= 0; i--)
        {
            foreach (var input in used[i] ? _nodes[i].Inputs : [])
            {
                used[input] = true;
            }
        }

        var number = new int[output + 1];
        var kept = ImmutableArray.CreateBuilder<Node>();
        for (var i = 0; i <= output; i++)
        {
            if (used[i] || i == 0)
            {
                number[i] = kept.Count;
                kept.Add(_nodes[i] with { Inputs = [.. _nodes[i].Inputs.Select(input => number[input])] });
            }
        }

        return new NetworkSpec(kept.ToImmutable());
    }

    protected override int Keep(Operation operation, ReadOnlySpan<int> inputs, FeatureShape shape, string stage, string block)
    {
        _nodes.Add(new Node(operation, [.. inputs], shape, stage, block));
        foreach (var weight in operation.Weights)
        {
            if (!_weights.TryAdd(weight.Name, weight) && _weights[weight.Name] != weight)
            {
                throw new InputException($"weight {weight} is already used as {_weights[weight.Name]}; one name has one shape.");
            }
        }

        return _nodes.Count - 1;
    }
}
