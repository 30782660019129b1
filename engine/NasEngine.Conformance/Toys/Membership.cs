using NasEngine.Contracts;

namespace NasEngine.Plugins.Conformance;

/// <summary>Whether an architecture or a mixture is one of a space.</summary>
public static class Membership
{
    /// <summary>True when its values are in range and exactly the inactive decisions have none.</summary>
    public static bool Holds(this DecisionSpace space, Architecture architecture) =>
        space.Architecture(architecture.Values.AsSpan()).Equals(architecture);

    /// <summary>
    /// True for an architecture of the space, and for a mixture that lists choices of relaxed decisions, each once, with finite
    /// weights.
    /// </summary>
    public static bool Holds(this ISearchSpace space, Route route) => route switch
    {
        Architecture architecture => space.Decisions.Holds(architecture),
        Mixture mixture => space is IRelaxedSpace { Relaxed: var relaxed } && mixture.Space == relaxed.Id && mixture.Decisions.All(pair =>
            relaxed.Decisions.SingleOrDefault(decision => decision.Name == pair.Key) is { } decision &&
            pair.Value.Length > 0 && pair.Value.Select(one => one.Choice).Distinct().Count() == pair.Value.Length &&
            pair.Value.All(one => one.Choice >= 0 && one.Choice < decision.Count && double.IsFinite(one.Weight))),
        _ => false,
    };
}
