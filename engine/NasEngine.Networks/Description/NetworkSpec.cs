using System.Collections.Immutable;
using NasEngine.Contracts;

namespace NasEngine.Networks;

/// <summary>
/// A network without weights: operations with shapes, inputs before users, the input first and the output last.
/// Immutable, and equal to another when the nodes are. Made by <see cref="From"/> and <see cref="FeatureMap.Build"/>, so
/// every shape has been checked and every node is used.
/// </summary>
public sealed class NetworkSpec : IEquatable<NetworkSpec>
{
    private readonly Lazy<ImmutableArray<Weight>> _weights;

    internal NetworkSpec(ImmutableArray<Node> nodes)
    {
        Nodes = nodes;
        _weights = new Lazy<ImmutableArray<Weight>>(() => Collect(nodes));
    }

    /// <summary>In an order in which they can be computed.</summary>
    public ImmutableArray<Node> Nodes { get; }

    /// <summary>Shape of the image it takes.</summary>
    public FeatureShape Input => Nodes[0].Shape;

    /// <summary>Shape of what it computes; classes×1×1 for a classifier.</summary>
    public FeatureShape Output => Nodes[^1].Shape;

    /// <summary>Its trainable tensors in order of first use, each once.</summary>
    public ImmutableArray<Weight> Weights => _weights.Value;

    /// <summary>
    /// Multiply-adds of one forward pass of one input, of convolutions, linear layers, attention and recurrent cells only
    /// (without bias adds).
    /// </summary>
    public long Macs => Nodes.Sum(node => node.Macs);

    /// <summary>Trainable scalars: batch-norm affine counts, running statistics do not.</summary>
    public long Parameters => Weights.Sum(weight => weight.Count);

    /// <summary>Bytes that its weights take where they are kept; less than four for each where they are rounded.</summary>
    public long WeightBytes => Nodes.Select(node => node.Operation).Where(operation => !operation.Weights.IsEmpty)
        .DistinctBy(operation => operation.Weights[0].Name, StringComparer.Ordinal).Sum(operation => operation.WeightBytes);

    /// <summary>Bytes of what all nodes but the input compute for one input, in float32: what a training step keeps.</summary>
    public long ActivationBytes => Nodes.Skip(1).Sum(node => node.Shape.Count) * sizeof(float);

    /// <summary>The four figures together.</summary>
    public ArchitectureCost Cost => new(Macs, Parameters, ActivationBytes) { WeightBytes = WeightBytes };

    /// <summary>Starts a network with the image it will be given.</summary>
    /// <exception cref="InputException">A size is not positive.</exception>
    public static FeatureMap From(FeatureShape input) => new(new NetworkBuilder(input), 0, "", "");

    /// <inheritdoc/>
    public bool Equals(NetworkSpec? other) => other is not null && Nodes.SequenceEqual(other.Nodes);

    /// <inheritdoc/>
    public override bool Equals(object? obj) => Equals(obj as NetworkSpec);

    /// <inheritdoc/>
    public override int GetHashCode() => HashCode.Combine(Nodes.Length, Input, Output, Macs);

    private static ImmutableArray<Weight> Collect(ImmutableArray<Node> nodes)
    {
        var seen = new HashSet<string>(StringComparer.Ordinal);
        return [.. nodes.SelectMany(node => node.Operation.Weights).Where(weight => seen.Add(weight.Name))];
    }
}
