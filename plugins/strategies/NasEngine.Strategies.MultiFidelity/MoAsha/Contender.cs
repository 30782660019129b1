using System.Collections.Immutable;
using NasEngine.Contracts;

namespace NasEngine.Strategies.MultiFidelity.MoAsha;

/// <summary>An architecture that was measured in a rung, by several objectives.</summary>
/// <param name="Number">Number of that trial.</param>
/// <param name="Architecture">What was trained.</param>
/// <param name="Values">What is maximised, by the axes of the Pareto front; finite.</param>
/// <param name="Violation">By how much it misses the objective's limits; 0 when it keeps to all of them.</param>
internal sealed record Contender(long Number, Architecture Architecture, ImmutableArray<double> Values, double Violation)
{
    /// <summary>Constrained domination (Deb et al., IEEE TEC 2002, definition 1).</summary>
    public bool Dominates(Contender other)
    {
        if (Violation != other.Violation)
        {
            return Violation < other.Violation;
        }

        var better = false;
        for (var axis = 0; axis < Values.Length; axis++)
        {
            if (Values[axis] < other.Values[axis])
            {
                return false;
            }

            better |= Values[axis] > other.Values[axis];
        }

        return better;
    }

    /// <summary>Writes it.</summary>
    public void Save(StateWriter state)
    {
        state.Write(Number);
        state.Write(Architecture.Values.AsSpan());
        state.Write(Values.AsSpan());
        state.Write(Violation);
    }

    /// <summary>What <see cref="Save"/> wrote.</summary>
    public static Contender Restore(DecisionSpace decisions, ref StateReader state) =>
        new(state.Int64(), decisions.Architecture(state.Int32s()), [.. state.Doubles()], state.Double());
}
