using System.Collections.Immutable;
using NasEngine.Contracts;

namespace NasEngine.Networks;

/// <summary>Collects the nodes of one network and checks each as it comes.</summary>
internal sealed class NetworkBuilder
{
    private readonly List<Node> _nodes = [];
    private readonly Dictionary<string, Weight> _weights = new(StringComparer.Ordinal);

    public NetworkBuilder(FeatureShape input)
    {
        Input = Add(new Input(input), [], "", "");
    }

    public FeatureMap Input { get; }

    public FeatureShape ShapeOf(int node) => _nodes[node].Shape;

    public FeatureMap Add(Operation operation, ImmutableArray<int> inputs, string stage, string block)
    {
        try
        {
            Span<FeatureShape> shapes = inputs.Length <= 16 ? stackalloc FeatureShape[inputs.Length] : new FeatureShape[inputs.Length];
            for (var i = 0; i < shapes.Length; i++)
            {
                shapes[i] = ShapeOf(inputs[i]);
            }

            _nodes.Add(new Node(operation, inputs, operation.Infer(shapes), stage, block));
            CheckWeights(operation);
        }
        catch (InputException wrong)
        {
            throw new InputException($"In {Place(stage, block)}: {wrong.Message}", wrong);
        }

        return new FeatureMap(this, _nodes.Count - 1, stage, block);
    }

    public NetworkSpec Build(int output)
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

    private void CheckWeights(Operation operation)
    {
        foreach (var weight in operation.Weights)
        {
            if (!_weights.TryAdd(weight.Name, weight) && _weights[weight.Name] != weight)
            {
                throw new InputException($"weight {weight} is already used as {_weights[weight.Name]}; one name has one shape.");
            }
        }
    }

    private static string Place(string stage, string block) => (stage, block) switch
    {
        ("", "") => "the network",
        (_, "") => stage,
        _ => $"{stage}.{block}",
    };
}
