using NasEngine.Contracts;

namespace NasEngine.Strategies.OneShot;

/// <summary>Architectures within the limits on costs that are known beforehand.</summary>
internal static class FeasiblePath
{
    private const int Tries = 1000;

    /// <summary>One drawn uniformly among them; the nearest to the limits of a thousand where none of those keeps to them.</summary>
    public static Architecture Draw(DecisionSpace space, Limits limits, RandomSource random)
    {
        Architecture? nearest = null;
        var violation = double.PositiveInfinity;
        for (var i = 0; i < Tries && violation > 0; i++)
        {
            var path = space.Sample(random);
            var excess = limits.Violation(path);
            (nearest, violation) = nearest is null || excess < violation ? (path, excess) : (nearest, violation);
        }

        return nearest!;
    }
}
