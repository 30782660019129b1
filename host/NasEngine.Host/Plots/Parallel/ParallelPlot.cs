using NasEngine.Contracts;
using NasEngine.Pipeline.Reading.Following;

namespace NasEngine.Host.Plots.Parallel;

/// <summary>
/// Trials as lines across decisions and metrics (Inselberg, The Visual Computer 1985), those that go through all brushes above the others.
/// </summary>
/// <param name="Axes">From left to right.</param>
/// <param name="Lines">Lines that go through, thinned, the best last.</param>
/// <param name="Others">Lines that do not, thinned.</param>
/// <param name="Through">How many trials go through.</param>
/// <param name="Best">Of these the best ones, in order.</param>
/// <param name="Measured">Trials at the highest fidelity that measured every metric.</param>
public sealed record ParallelPlot(
    IReadOnlyList<ParallelAxis> Axes, IReadOnlyList<ParallelLine> Lines, IReadOnlyList<ParallelLine> Others, int Through,
    IReadOnlyList<long> Best, int Measured)
{
    private const int MostBest = 100;
    private const int MostLines = 400;
    private const int MostOthers = 200;
    private const int MostDecisions = 12;

    /// <summary>The axes of a search: its decisions, of many those of which the most is explained, and its metrics.</summary>
    internal static IReadOnlyList<ParallelAxis> AxesOf(SearchFollower search, ISearchSpace space)
    {
        var decisions = space.Decisions.Decisions.Where(decision => decision.Count > 1).ToArray();
        if (decisions.Length > MostDecisions)
        {
            var first = Importance.Of(search, space).Select(one => one.Decision).Take(MostDecisions).ToHashSet();
            decisions = [.. decisions.OrderByDescending(decision => first.Contains(decision.Name)).Take(MostDecisions)];
        }

        var numbers = Comparable(search);
        return
        [
            .. decisions.Select(decision => new ParallelAxis(decision.Name, decision.Choices, 0, decision.Count - 1)),
            .. from metric in FrontPlot.Axes(search)
               let values = numbers.Select(number => search.Trials.Metrics[metric][number]).Where(double.IsFinite).ToArray()
               where values.Length > 0
               select new ParallelAxis(metric, [], values.Min(), values.Max()),
        ];
    }

    /// <summary>The picture.</summary>
    /// <param name="search">The search.</param>
    /// <param name="space">Its space.</param>
    /// <param name="axes">Its axes.</param>
    /// <param name="brushes">By place of their axis.</param>
    internal static ParallelPlot Of(
        SearchFollower search, ISearchSpace space, IReadOnlyList<ParallelAxis> axes, IReadOnlyDictionary<int, Brush> brushes)
    {
        var columns = axes.Select(
            axis => axis.IsDecision ? Values(search, space, axis.Name) : number => search.Trials.Metrics[axis.Name][number]).ToArray();
        var drawn = Comparable(search).Where(number => columns.All(column => double.IsFinite(column(number))))
            .OrderByDescending(number => search.Trials.Scores[number]).ToArray();
        var through = drawn.ToLookup(number => brushes.All(brush => brush.Value.Has(axes[brush.Key].Place(columns[brush.Key](number)))));
        long[] inside = [.. through[true]], outside = [.. through[false]];
        return new ParallelPlot(
            axes,
            [.. Thin(inside.Length, MostLines).Reverse().Select(
                place => Line(inside[place], inside.Length > 1 ? 1 - (double)place / (inside.Length - 1) : 1))],
            [.. Thin(outside.Length, MostOthers).Select(place => Line(outside[place], 1))],
            inside.Length, inside[..Math.Min(MostBest, inside.Length)], drawn.Length);

        ParallelLine Line(long number, double rank) => new(
            number, [.. axes.Zip(columns).Select(pair => pair.First.Place(pair.Second(number)) + Aside(pair.First, number))], rank);
    }

    /// <summary>Lines through the same choice lie beside each other in its band.</summary>
    private static double Aside(ParallelAxis axis, long number) =>
        axis.IsDecision ? (number * 0.6180339887 % 1 - 0.5) * 0.6 / axis.Choices.Count : 0;

    /// <summary>So many of them, evenly by rank; the first and the last stay.</summary>
    private static IEnumerable<int> Thin(int count, int most) => count <= most
        ? Enumerable.Range(0, count) : Enumerable.Range(0, most).Select(place => (int)((long)place * (count - 1) / (most - 1)));

    private static long[] Comparable(SearchFollower search) =>
        [.. Enumerable.Range(0, (int)search.Trials.Count).Where(number => search.Trials.IsComparable(number)).Select(
            number => (long)number)];

    private static Func<long, double> Values(SearchFollower search, ISearchSpace space, string decision)
    {
        var place = space.Decisions.Decisions.Select(one => one.Name).ToList().IndexOf(decision);
        return number => search.Trials.Architectures.Of(number)[place];
    }
}
