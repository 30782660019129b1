using System.Collections.Immutable;
using NasEngine.Contracts;

namespace NasEngine.Networks;

/// <summary>Collects the nodes of a description.</summary>
internal sealed class NetworkBuilder : NetworkSink
{
    private readonly List<Node> _nodes = [];
    private readonly Dictionary<string, Weight> _weights = new(StringComparer.Ordinal);
    private readonly Dictionary<string, int> _choices = new(StringComparer.Ordinal);

    public NetworkBuilder(FeatureShape input) => Add(new Input(input), [], "", "");

    public override bool NeedsKeys => true;

    public override FeatureShape ShapeOf(int node) => _nodes[node].Shape;

    public override NetworkSpec Build(int output) => Used(_nodes, output);

    /// <summary>The network of the nodes that lead to an output.</summary>
    public static NetworkSpec Used(IReadOnlyList<Node> nodes, int output)
    {
        var used = new bool[output + 1];
        used[output] = true;
        for (var i = output; i >= 0; i--)
        {
            foreach (var input in used[i] ? nodes[i].Inputs : [])
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
                kept.Add(nodes[i] with { Inputs = [.. nodes[i].Inputs.Select(input => number[input])] });
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

        if (operation is MixtureOperation mixture)
        {
            Know(mixture.Selection);
        }

        return _nodes.Count - 1;
    }

    private void Know(Selection selection)
    {
        foreach (var (decision, count) in selection.Decisions.Zip(selection.Counts))
        {
            if (!_choices.TryAdd(decision, count) && _choices[decision] != count)
            {
                throw new InputException(
                    $"decision '{decision}' has {count} choices here and {_choices[decision]} before; one decision has one number of "
                    + $"choices.");
            }
        }
    }
}
