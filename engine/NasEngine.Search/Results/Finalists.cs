using System.Collections.Immutable;
using NasEngine.Contracts;

namespace NasEngine.Search;

/// <summary>Who won.</summary>
public static class Finalists
{
    private const int MostAsked = 16;

    /// <summary>
    /// The strategy's own recommendation where it has one, else the best trials by the objective. Empty when no trial
    /// has a score.
    /// </summary>
    public static ImmutableArray<Architecture> Choose(SearchState state, ImmutableArray<Architecture> recommended, int count) =>
        recommended.IsDefaultOrEmpty
            ? [.. state.Leaders.Take(count).Select(leader => leader.Architecture)]
            : [.. recommended.Distinct().Take(count)];

    /// <summary>
    /// What a strategy recommends, each network once: where several of those it names first are one, it is asked for more.
    /// </summary>
    /// <param name="recommend">The strategy's best of some number.</param>
    /// <param name="network">Which network an architecture is.</param>
    /// <param name="count">How many are wanted.</param>
    public static ImmutableArray<Architecture> Different(
        Func<int, ImmutableArray<Architecture>> recommend, Func<Architecture, string> network, int count)
    {
        for (var asked = count; ; asked *= 2)
        {
            var named = recommend(asked);
            var different = named.IsDefault ? [] : named.DistinctBy(network).Take(count).ToImmutableArray();
            if (different.Length == count || named.IsDefault || named.Length < asked || asked >= MostAsked * count)
            {
                return different;
            }
        }
    }
}
