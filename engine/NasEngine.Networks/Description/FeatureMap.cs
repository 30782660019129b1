using System.Collections.Immutable;
using NasEngine.Contracts;

namespace NasEngine.Networks;

/// <summary>
/// What an operation of a network under construction computes. Each method adds an operation that reads it and gives
/// what that one computes. Weight keys are the place and the name: <c>stage2.block1.expand</c>.
/// </summary>
public readonly struct FeatureMap
{
    private readonly NetworkBuilder _network;
    private readonly int _node;
    private readonly string _stage;
    private readonly string _block;

    internal FeatureMap(NetworkBuilder network, int node, string stage, string block)
    {
        _network = network;
        _node = node;
        _stage = stage;
        _block = block;
    }

    /// <summary>Its shape for one input.</summary>
    public FeatureShape Shape => _network.ShapeOf(_node);

    /// <summary>The same map; what is added to it stands in this stage and block.</summary>
    public FeatureMap At(string stage, string block = "") => new(_network, _node, stage, block);

    /// <summary>Adds an operation that reads this map, then <paramref name="others"/>.</summary>
    /// <exception cref="InputException">The shapes do not fit, or a weight key is in use with another shape.</exception>
    public FeatureMap Then(Operation operation, params ReadOnlySpan<FeatureMap> others)
    {
        var inputs = ImmutableArray.CreateBuilder<int>(others.Length + 1);
        inputs.Add(_node);
        foreach (var other in others)
        {
            inputs.Add(other._network == _network
                ? other._node
                : throw new InputException($"An input of {operation.Kind} belongs to another network."));
        }

        return _network.Add(operation, inputs.MoveToImmutable(), _stage, _block);
    }

    /// <summary>The weight key of a name at this place.</summary>
    public string Key(string name) => string.Join('.', new[] { _stage, _block, name }.Where(part => part.Length > 0));

    /// <summary>The network that ends here. Operations that lead nowhere are left out.</summary>
    public NetworkSpec Build() => _network.Build(_node);
}
