using NasEngine.Contracts;

namespace NasEngine.Networks;

/// <summary>
/// What an operation of a network under construction computes. Each method adds an operation that reads it and gives
/// what that one computes. Weight keys are the place and the name: <c>stage2.block1.expand</c>.
/// </summary>
public readonly struct FeatureMap
{
    private readonly NetworkSink _network;
    private readonly string _stage;
    private readonly string _block;
    private readonly int _bits;

    internal FeatureMap(NetworkSink network, int node, string stage, string block, int bits = Convolution.FloatBits)
    {
        _network = network;
        _bits = bits;
        Node = node;
        _stage = stage;
        _block = block;
    }

    internal int Node { get; }

    /// <summary>Its shape for one input.</summary>
    public FeatureShape Shape => _network.ShapeOf(Node);

    /// <summary>The same map; what is added to it stands in this stage and block.</summary>
    public FeatureMap At(string stage, string block = "") => new(_network, Node, stage, block, _bits);

    /// <summary>The same map; convolutions that are added to it have weights of so many bits, 2 to 8, or 32 for float32.</summary>
    public FeatureMap InBits(int bits) => new(_network, Node, _stage, _block, bits);

    /// <summary>Adds an operation that reads this map, then <paramref name="others"/>.</summary>
    /// <exception cref="InputException">The shapes do not fit, or a weight key is in use with another shape.</exception>
    public FeatureMap Then(Operation operation, params ReadOnlySpan<FeatureMap> others)
    {
        Span<int> inputs = others.Length < 16 ? stackalloc int[others.Length + 1] : new int[others.Length + 1];
        inputs[0] = Node;
        for (var i = 0; i < others.Length; i++)
        {
            inputs[i + 1] = others[i]._network == _network
                ? others[i].Node
                : throw new InputException($"An input of {operation.Kind} belongs to another network.");
        }

        return new FeatureMap(_network, _network.Add(Rounded(operation), inputs, _stage, _block), _stage, _block, _bits);
    }

    /// <summary>The weight key of a name at this place.</summary>
    public string Key(string name) => (_stage.Length, _block.Length) switch
    {
        _ when !_network.NeedsKeys => "",
        (0, 0) => name,
        (_, 0) => $"{_stage}.{name}",
        (0, _) => $"{_block}.{name}",
        _ => $"{_stage}.{_block}.{name}",
    };

    /// <summary>The network that ends here. Operations that lead nowhere are left out.</summary>
    public NetworkSpec Build() => _network.Build(Node);

    private Operation Rounded(Operation operation) =>
        _bits != Convolution.FloatBits && operation is Convolution convolution ? convolution with { Bits = _bits } : operation;
}
