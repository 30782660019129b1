using System.Collections.Immutable;
using NasEngine.Contracts;

namespace NasEngine.Strategies.OneShot.BigNas;

/// <summary>
/// The skeletons of BigNAS's coarse selection (arXiv 2003.11142, section 3.3): every setting, such as kernel, depth or width, at one of
/// a few places from its first choice to its last, the same in all stages.
/// </summary>
internal static class CoarseGrid
{
    /// <summary>Grids up to this size are looked at as a whole, larger ones by as many draws.</summary>
    private const int Most = 4096;

    private static readonly char[] Digits = [.. "0123456789"];

    /// <summary>
    /// Some of the grid that keep to the limits, all different, evenly over what they cost in multiply-adds; fewer where there are not as
    /// many.
    /// </summary>
    /// <param name="space">The space.</param>
    /// <param name="levels">Places of a setting.</param>
    /// <param name="count">How many.</param>
    /// <param name="limits">What they keep to.</param>
    /// <param name="random">Draws from a large grid.</param>
    public static ImmutableArray<Architecture> Of(ISearchSpace space, int levels, int count, Limits limits, RandomSource random)
    {
        var settings = Settings(space.Decisions);
        var size = settings.Aggregate(1.0, (product, _) => product * levels);
        var feasible = Enumerable.Range(0, (int)Math.Min(size, Most))
            .Select(index => settings.Select((_, setting) => size <= Most ? Digit(index, setting, levels) : random.NextInt(levels)))
            .Select(places => places.ToArray())
            .Select(places => space.Canonical(At(space.Decisions, settings, places, levels)))
            .Distinct()
            .Where(architecture => limits.Violation(architecture) == 0)
            .OrderBy(architecture => space.Cost(architecture).Macs)
            .ToArray();
        return [.. Enumerable.Range(0, Math.Min(count, feasible.Length)).Select(place => feasible[Evenly(place, count, feasible.Length)])];
    }

    /// <summary>Decisions of several choices by what they set: the last part of their names, without a number at its end.</summary>
    private static int[][] Settings(DecisionSpace space) =>
    [
        .. Enumerable.Range(0, space.Decisions.Length)
            .Where(number => space.Decisions[number].Count > 1)
            .GroupBy(number => space.Decisions[number].Name.Split('.')[^1].TrimEnd(Digits), StringComparer.Ordinal)
            .Select(setting => setting.ToArray()),
    ];

    private static Architecture At(DecisionSpace space, int[][] settings, int[] places, int levels)
    {
        var values = new int[space.Decisions.Length];
        for (var setting = 0; setting < settings.Length; setting++)
        {
            foreach (var decision in settings[setting])
            {
                values[decision] = (int)Math.Round((double)places[setting] * (space.Decisions[decision].Count - 1) / (levels - 1));
            }
        }

        return space.Architecture(values);
    }

    private static int Digit(int index, int place, int radix) => index / (int)Math.Pow(radix, place) % radix;

    private static int Evenly(int place, int count, int there) =>
        there <= count ? place : count == 1 ? there / 2 : (int)Math.Round((double)place * (there - 1) / (count - 1));
}
