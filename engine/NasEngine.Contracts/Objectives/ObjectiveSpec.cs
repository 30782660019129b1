using System.Collections.Immutable;

namespace NasEngine.Contracts;

/// <summary>
/// What a search is for, as its definition has it: an <see cref="Objective"/>, or an <see cref="OfferedObjective"/> of a plugin.
/// </summary>
public abstract record ObjectiveSpec
{
    private protected ObjectiveSpec()
    {
    }

    /// <summary>What messages call it.</summary>
    public abstract string Name { get; }

    /// <summary>The axes of the Pareto front; see <see cref="IObjective.Axes"/>.</summary>
    public abstract ImmutableArray<ObjectiveAxis> Axes { get; }

    /// <summary>What costs should come to.</summary>
    public abstract ImmutableArray<CostTarget> Targets { get; }
}
