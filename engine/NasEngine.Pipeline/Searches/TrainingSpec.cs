using NasEngine.Contracts;
using NasEngine.Pipeline.Journal;

namespace NasEngine.Pipeline.Searches;

/// <summary>Who trains the winners of a search, and whether others are trained so.</summary>
internal static class TrainingSpec
{
    /// <summary>
    /// Whether an estimator trains as that of the winners of a search does. It may say more, since an estimator of trials has what serves
    /// trials as well, and may have files elsewhere.
    /// </summary>
    /// <param name="search">The search.</param>
    /// <param name="winners">Who trains its winners.</param>
    /// <param name="other">The other estimator.</param>
    public static bool IsThatOf(SearchHeader search, ComponentSpec winners, ComponentSpec other) =>
        winners.Id == other.Id && winners.Options.Values.All(option =>
            IsFile(search, option.Key) || other.Options.Values.GetValueOrDefault(option.Key) == option.Value);

    private static bool IsFile(SearchHeader search, string option) => search.Origin.Inputs.Files is var files
        && (files.ContainsKey($"final.{option}") || files.ContainsKey($"estimator.{option}"));
}
