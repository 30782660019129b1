using System.Collections.Immutable;
using NasEngine.Contracts;

namespace NasEngine.Strategies.Growth.HillClimbing;

/// <summary>What a network grows into by random morphisms.</summary>
/// <param name="space">The space.</param>
/// <param name="setup">Says which architectures keep to the objective's limits on costs that are known beforehand.</param>
internal sealed class Offspring(IGrowingSpace space, StrategySetup setup)
{
    /// <summary>Draws for one child that the round has not.</summary>
    private const int Tries = 100;

    /// <summary>
    /// Children of an architecture, all different and none the architecture itself; fewer than asked for where no more turn up within
    /// the limits.
    /// </summary>
    /// <param name="parent">What they grow from.</param>
    /// <param name="count">How many.</param>
    /// <param name="changes">How many morphisms each, or as many as the limits allow.</param>
    /// <param name="random">Where they come from.</param>
    public ImmutableArray<Architecture> Of(Architecture parent, int count, int changes, RandomSource random)
    {
        var children = ImmutableArray.CreateBuilder<Architecture>();
        for (var tries = 0; children.Count < count && tries < Tries * count; tries++)
        {
            var child = Grown(parent, changes, random);
            if (!child.Equals(parent) && !children.Contains(child))
            {
                children.Add(child);
            }
        }

        return children.ToImmutable();
    }

    private Architecture Grown(Architecture architecture, int changes, RandomSource random)
    {
        for (; changes > 0; changes--)
        {
            var morphs = space.Morphs(architecture).Where(morph => setup.Predict(morph).IsFeasible).ToArray();
            if (morphs.Length == 0)
            {
                return architecture;
            }

            architecture = morphs[random.NextInt(morphs.Length)];
        }

        return architecture;
    }
}
