using NasEngine.Contracts;

namespace NasEngine.Strategies.Growth.EditDistance;

/// <summary>
/// The acquisition's optimisation (Auto-Keras, arXiv 1806.10282, algorithm 1): from the trained networks on, the one that is worth most
/// grows by all its morphisms; what came of it may grow in its turn, worse ones with a chance that falls with a temperature.
/// </summary>
/// <param name="space">The space.</param>
/// <param name="allowed">Whether a network may be trained and may grow.</param>
/// <param name="worth">What a network is worth; asked once of each.</param>
/// <param name="cooling">What the temperature is multiplied by for every network that grows, in (0, 1).</param>
/// <param name="lowest">The temperature at which it ends, positive; it begins at 1.</param>
internal sealed class GrowthTree(
    IGrowingSpace space, Func<Architecture, bool> allowed, Func<Architecture, double> worth, double cooling, double lowest)
{
    /// <summary>The network that is worth most of those found that were not there before, and the root that it grew from.</summary>
    public (Architecture Network, Trained Root)? Best(IReadOnlyList<Trained> roots, RandomSource random)
    {
        var queue = new PriorityQueue<(Architecture Network, Trained Root), double>();
        var seen = new HashSet<Architecture>();
        foreach (var root in roots)
        {
            seen.Add(root.Architecture);
            queue.Enqueue((root.Architecture, root), -worth(root.Architecture));
        }

        (Architecture, Trained)? best = null;
        var most = double.NegativeInfinity;
        for (var temperature = 1.0; temperature > lowest && queue.TryDequeue(out var grown, out _); temperature *= cooling)
        {
            foreach (var morph in space.Morphs(grown.Network).Where(morph => allowed(morph) && seen.Add(morph)))
            {
                var value = worth(morph);
                if (Math.Exp((value - most) / temperature) > random.NextDouble())
                {
                    queue.Enqueue((morph, grown.Root), -value);
                }

                (best, most) = value > most ? ((morph, grown.Root), value) : (best, most);
            }
        }

        return best;
    }
}
