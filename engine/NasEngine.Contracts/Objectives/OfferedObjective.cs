using System.Collections.Immutable;

namespace NasEngine.Contracts;

/// <summary>An objective that a plugin offers, with what it said of itself when the search began.</summary>
public sealed record OfferedObjective : ObjectiveSpec
{
    /// <summary>The objective of this id and options, not asked yet.</summary>
    public OfferedObjective(ComponentSpec component)
        : this(component, [], [])
    {
    }

    /// <summary>The objective with its axes and targets.</summary>
    public OfferedObjective(ComponentSpec component, ImmutableArray<ObjectiveAxis> axes, ImmutableArray<CostTarget> targets) =>
        (Component, Axes, Targets) = (component, axes, targets);

    /// <summary>Its id and options.</summary>
    public ComponentSpec Component { get; }

    /// <inheritdoc/>
    public override string Name => Component.Id;

    /// <inheritdoc/>
    public override ImmutableArray<ObjectiveAxis> Axes { get; }

    /// <inheritdoc/>
    public override ImmutableArray<CostTarget> Targets { get; }

    /// <inheritdoc/>
    public bool Equals(OfferedObjective? other) =>
        other is not null && Component == other.Component && Axes.SequenceEqual(other.Axes) && Targets.SequenceEqual(other.Targets);

    /// <inheritdoc/>
    public override int GetHashCode() => HashCode.Combine(Component, Axes.Length, Targets.Length);
}
