using NasEngine.Contracts;
using NasEngine.Pipeline.Journal;
using NasEngine.Pipeline.Searches;

namespace NasEngine.Host.Composition;

/// <summary>What two searches read that are compared.</summary>
internal static class ComparedInputs
{
    private const string Estimator = "estimator.";
    private const string Final = "final.";

    /// <summary>A comparison must read what the search read.</summary>
    /// <param name="compared">The search; null where nothing is compared.</param>
    /// <param name="now">What the comparison reads.</param>
    /// <exception cref="InputException">It reads other data or files.</exception>
    public static void MustBeTheSame(SearchHeader? compared, InputHashes now)
    {
        if (compared is not null && now.ChangeSince(compared.Spec.Name, Read(compared), "the search ran") is { } change)
        {
            throw new InputException($"{change}; bring it back to compare its winner.");
        }
    }

    /// <summary>
    /// What the search read, as the comparison calls it: who trained the winner is the comparison's own estimator, and what the search's
    /// own read is none of its matters then.
    /// </summary>
    private static InputHashes Read(SearchHeader compared) => compared.Spec.Final is null ? compared.Origin.Inputs : new InputHashes(
        compared.Origin.Inputs.Data,
        compared.Origin.Inputs.Files
            .Where(file => !file.Key.StartsWith(Estimator, StringComparison.OrdinalIgnoreCase))
            .ToDictionary(
                file => file.Key.StartsWith(Final, StringComparison.OrdinalIgnoreCase) ? Estimator + file.Key[Final.Length..] : file.Key,
                file => file.Value,
                StringComparer.OrdinalIgnoreCase));
}
