using System.Collections.Immutable;
using NasEngine.Contracts;

namespace NasEngine.Search;

/// <summary>Who won.</summary>
public static class Finalists
{
    /// <summary>
    /// The strategy's own recommendation where it has one, else the best trials by the objective. Empty when no trial
    /// has a score.
    /// </summary>
    public static ImmutableArray<Architecture> Choose(SearchState state, ImmutableArray<Architecture> recommended, int count) =>
        recommended.IsDefaultOrEmpty
            ? [.. state.Leaders.Take(count).Select(leader => leader.Architecture)]
            : [.. recommended.Distinct().Take(count)];
}
