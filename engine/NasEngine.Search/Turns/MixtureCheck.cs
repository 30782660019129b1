using System.Collections.Immutable;
using NasEngine.Contracts;

namespace NasEngine.Search;

/// <summary>Whether a mixture that a strategy proposed is one of the space.</summary>
internal static class MixtureCheck
{
    /// <summary>What is wrong with it, as the end of a sentence; null when nothing is.</summary>
    public static string? Problem(Mixture mixture, ISearchSpace space)
    {
        if (mixture.Space != space.Decisions.Id)
        {
            return $"proposed a mixture of space '{mixture.Space}' in a search of '{space.Decisions.Id}'";
        }

        return space is IRelaxedSpace { NoMixtures: null, Relaxed: var relaxed }
            ? mixture.Decisions.Select(pair => Problem(pair.Key, pair.Value, relaxed)).FirstOrDefault(problem => problem is not null)
            : $"proposed a mixture, and space '{space.Decisions.Id}' has paths only";
    }

    private static string? Problem(string name, ImmutableArray<ChoiceWeight> listed, DecisionSpace relaxed)
    {
        if (relaxed.Decisions.FirstOrDefault(one => one.Name == name) is not { } decision)
        {
            return $"proposed a mixture of decision '{name}', which space '{relaxed.Id}' does not have";
        }

        if (listed.IsDefaultOrEmpty)
        {
            return $"proposed a mixture with no choice of decision '{name}'";
        }

        if (listed.Select(one => one.Choice).Distinct().Count() < listed.Length)
        {
            return $"proposed a mixture with a choice of decision '{name}' twice";
        }

        foreach (var (choice, weight) in listed)
        {
            if (choice < 0 || choice >= decision.Count || !double.IsFinite(weight))
            {
                return $"proposed a mixture with choice {choice} of weight {weight} in decision '{name}'; choices are 0 to "
                    + $"{decision.Count - 1}, weights finite";
            }
        }

        return null;
    }
}
