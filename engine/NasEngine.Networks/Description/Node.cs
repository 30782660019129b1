using System.Collections.Immutable;

namespace NasEngine.Networks;

/// <summary>An operation at its place in a network.</summary>
/// <param name="Operation">What it computes.</param>
/// <param name="Inputs">Numbers of the nodes it reads, each smaller than its own.</param>
/// <param name="Shape">Shape of what it computes, for one input.</param>
/// <param name="Stage">Label of the stage it stands in, e.g. <c>stage2</c>; pictures group by it.</param>
/// <param name="Block">Label of the block inside the stage, e.g. <c>block1</c>; may be empty.</param>
public sealed record Node(Operation Operation, ImmutableArray<int> Inputs, FeatureShape Shape, string Stage, string Block)
{
    /// <summary>Multiply-adds for one input.</summary>
    public long Macs => Operation.Macs(Shape);

    /// <inheritdoc/>
    public bool Equals(Node? other) =>
        other is not null && Operation == other.Operation && Inputs.SequenceEqual(other.Inputs) &&
        Shape == other.Shape && Stage == other.Stage && Block == other.Block;

    /// <inheritdoc/>
    public override int GetHashCode() => HashCode.Combine(Operation, Inputs.Length, Shape, Stage, Block);
}
