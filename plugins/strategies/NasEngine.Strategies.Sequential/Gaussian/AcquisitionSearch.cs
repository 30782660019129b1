using NasEngine.Contracts;

namespace NasEngine.Strategies.Sequential;

/// <summary>
/// Looks for the architecture that is worth most among those that may be proposed: random ones and the neighbours of good trials, then
/// from the best few of them to better neighbours until there is none.
/// </summary>
/// <param name="decisions">The space.</param>
/// <param name="fresh">What may be proposed.</param>
/// <param name="worth">What an architecture is worth; asked once of each.</param>
/// <param name="random">For random ones, and for which neighbours are looked at where there are many.</param>
internal sealed class AcquisitionSearch(DecisionSpace decisions, Fresh fresh, Func<Architecture, double> worth, RandomSource random)
{
    private const int Climbs = 3;
    private const int Steps = 10;
    private const int MostNeighbours = 60;

    private readonly Dictionary<Architecture, double> _known = [];

    /// <summary>The best that it finds, the one found first among equals; null when nothing that it meets may be proposed.</summary>
    /// <param name="good">Trials whose neighbours are looked at.</param>
    /// <param name="draws">How many random ones.</param>
    public Architecture? Best(IEnumerable<Architecture> good, int draws)
    {
        var drawn = Enumerable.Range(0, draws).Select(_ => decisions.Sample(random));
        Architecture[] pool = [.. fresh.Among(drawn.Concat(good.SelectMany(Neighbours))).OrderByDescending(Worth)];
        return pool.Take(Climbs).Select(Climb).MaxBy(Worth);
    }

    private Architecture Climb(Architecture start)
    {
        for (var step = 0; step < Steps; step++)
        {
            var next = fresh.Among(Neighbours(start)).MaxBy(Worth);
            if (next is null || Worth(next) <= Worth(start))
            {
                return start;
            }

            start = next;
        }

        return start;
    }

    private IEnumerable<Architecture> Neighbours(Architecture architecture)
    {
        Architecture[] all = [.. decisions.Neighbours(architecture)];
        if (all.Length > MostNeighbours)
        {
            random.Shuffle<Architecture>(all);
        }

        return all.Take(MostNeighbours);
    }

    private double Worth(Architecture architecture)
    {
        if (!_known.TryGetValue(architecture, out var value))
        {
            _known.Add(architecture, value = worth(architecture));
        }

        return value;
    }
}
