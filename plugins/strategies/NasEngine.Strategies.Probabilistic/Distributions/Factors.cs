using System.Collections.Immutable;
using NasEngine.Contracts;

namespace NasEngine.Strategies.Probabilistic;

/// <summary>The two ways FP-NAS cuts a space into independent categoricals (arXiv 2011.10949).</summary>
internal static class Factors
{
    /// <summary>Combinations beyond which a layer keeps one categorical per decision.</summary>
    public const long MostCombinations = 1 << 16;

    /// <summary>One categorical per decision: Σ n parameters.</summary>
    public static ImmutableArray<Factor> Factorised(DecisionSpace space) =>
        Build(space, Enumerable.Range(0, space.Decisions.Length).Select(decision => Alone(space, decision)));

    /// <summary>
    /// One categorical per layer: Π n parameters. A layer keeps one per decision when it has more than
    /// <see cref="MostCombinations"/>, or when what is active in it depends on several decisions outside of it or on one
    /// that comes after its first: its entropy would have no closed form.
    /// </summary>
    public static ImmutableArray<Factor> Joint(DecisionSpace space) =>
        Build(space, space.Groups.SelectMany(group => CanJoin(space, group.Decisions)
            ? [(group.Name, group.Decisions)]
            : group.Decisions.Select(decision => Alone(space, decision))));

    private static bool CanJoin(DecisionSpace space, ImmutableArray<int> decisions)
    {
        var outers = Factor.OutersOf(space, decisions).ToArray();
        var combinations = decisions.Aggregate(1.0, (product, decision) => product * space.Decisions[decision].Count);
        return combinations <= MostCombinations && outers.Length <= 1 && outers.All(outer => outer < decisions[0]);
    }

    private static (string Name, ImmutableArray<int> Decisions) Alone(DecisionSpace space, int decision) =>
        (space.Decisions[decision].Name, [decision]);

    private static ImmutableArray<Factor> Build(
        DecisionSpace space, IEnumerable<(string Name, ImmutableArray<int> Decisions)> parts)
    {
        var factors = ImmutableArray.CreateBuilder<Factor>();
        var offset = 0;
        foreach (var (name, decisions) in parts.OrderBy(part => part.Decisions[0]))
        {
            factors.Add(new Factor(space, name, decisions, offset));
            offset += factors[^1].Count;
        }

        return factors.ToImmutable();
    }
}
