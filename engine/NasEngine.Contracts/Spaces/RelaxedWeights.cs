using System.Collections.Immutable;

namespace NasEngine.Contracts;

/// <summary>Weights of choices by decision.</summary>
public static class RelaxedWeights
{
    /// <summary>The weights of a decision, one per choice.</summary>
    /// <exception cref="InputException">There are none, or another number.</exception>
    public static ImmutableArray<double> Of(this IReadOnlyDictionary<string, ImmutableArray<double>> weights, Decision decision) =>
        weights.TryGetValue(decision.Name, out var found) && found.Length == decision.Count ? found : throw new InputException(
            $"Decision '{decision.Name}' has {decision.Count} choices and was given {(found.IsDefault ? 0 : found.Length)} weights.");

    /// <summary>Number of the largest, the first of equals.</summary>
    public static int Largest(this ImmutableArray<double> weights)
    {
        var best = 0;
        for (var i = 1; i < weights.Length; i++)
        {
            best = weights[i] > weights[best] ? i : best;
        }

        return best;
    }
}
