using NasEngine.Contracts;

namespace NasEngine.Plugins.Conformance;

/// <summary>Whether an architecture is one of a space.</summary>
public static class Membership
{
    /// <summary>True when its values are in range and exactly the inactive decisions have none.</summary>
    public static bool Holds(this DecisionSpace space, Architecture architecture) =>
        space.Architecture(architecture.Values.AsSpan()).Equals(architecture);
}
