using System.Collections.Immutable;

namespace NasEngine.Networks;

/// <summary>A trainable tensor by name, as a state dictionary names it: <c>stage2.block1.expand.weight</c>.</summary>
/// <param name="Name">The operation's weight key and the tensor's role, joined by a dot.</param>
/// <param name="Shape">Sizes, outermost first.</param>
public sealed record Weight(string Name, ImmutableArray<int> Shape)
{
    /// <summary>Scalars in it.</summary>
    public long Count => Shape.Aggregate(1L, (count, size) => count * size);

    /// <inheritdoc/>
    public bool Equals(Weight? other) => other is not null && Name == other.Name && Shape.SequenceEqual(other.Shape);

    /// <inheritdoc/>
    public override int GetHashCode() => HashCode.Combine(Name, Count);

    /// <inheritdoc/>
    public override string ToString() => $"{Name} [{string.Join(", ", Shape)}]";
}
