using System.Collections.Immutable;
using NasEngine.Contracts;

namespace NasEngine.Strategies.Relaxed.TfNas;

/// <summary>
/// Elasticity-scaling (TF-NAS, arXiv 2008.05314, section 3.4, algorithm 1): the widths of an architecture are scaled together until
/// its cost is at the target or just under it; then, stage after stage, those from there to the last are widened as far as the target
/// allows, so that the last steps are those of single channels in a few layers.
/// </summary>
/// <param name="freedoms">The space.</param>
/// <param name="share">Cost over target; of several, the largest.</param>
internal sealed class Elasticity(Freedoms freedoms, Func<Architecture, double> share)
{
    /// <summary>
    /// Positions of all widths, 0 the narrowest and 1 the widest, at which the architecture is not over the target where any are; the
    /// widths of what is not in the architecture stay.
    /// </summary>
    public ImmutableArray<double> Fit(Architecture architecture, ImmutableArray<double> positions)
    {
        int[] used = [.. Enumerable.Range(0, freedoms.Widths.Length)
            .Where(i => architecture.Values[freedoms.Widths[i]] != Architecture.Inactive)];
        if (used.Length == 0)
        {
            return positions;
        }

        var fitted = Over(architecture, positions) ? Shrunk(architecture, positions, used) : Widened(architecture, positions, used);
        var first = used.Min(i => freedoms.Stages[i]);
        foreach (var stage in freedoms.Stages.Distinct().Where(stage => stage > first))
        {
            int[] rest = [.. used.Where(i => freedoms.Stages[i] >= stage)];
            fitted = rest.Length == 0 ? fitted : Widened(architecture, fitted, rest);
        }

        return fitted;
    }

    /// <summary>Cost over target at the narrowest and at the widest.</summary>
    public (double Least, double Most) Reach(Architecture architecture) => (
        share(At(architecture, [.. freedoms.Widths.Select(_ => 0.0)])), share(At(architecture, [.. freedoms.Widths.Select(_ => 1.0)])));

    /// <summary>The architecture with the widths at their positions.</summary>
    public Architecture At(Architecture architecture, ImmutableArray<double> positions)
    {
        if (positions.IsEmpty)
        {
            return architecture;
        }

        int[] values = [.. architecture.Values];
        for (var i = 0; i < positions.Length; i++)
        {
            var number = freedoms.Widths[i];
            values[number] = values[number] == Architecture.Inactive
                ? Architecture.Inactive
                : Freedoms.Choice(freedoms.Space.Decisions[number], positions[i]);
        }

        return freedoms.Space.Architecture(values);
    }

    private ImmutableArray<double> Shrunk(Architecture architecture, ImmutableArray<double> positions, int[] used)
    {
        var (over, under) = (0, Finest(used));
        while (under - over > 1)
        {
            var middle = (over + under) / 2;
            (over, under) = Over(architecture, Moved(positions, used, -middle)) ? (middle, under) : (over, middle);
        }

        return Moved(positions, used, -under);
    }

    private ImmutableArray<double> Widened(Architecture architecture, ImmutableArray<double> positions, int[] used)
    {
        var (under, over) = (0, Finest(used));
        if (!Over(architecture, Moved(positions, used, over)))
        {
            return Moved(positions, used, over);
        }

        while (over - under > 1)
        {
            var middle = (over + under) / 2;
            (under, over) = Over(architecture, Moved(positions, used, middle)) ? (under, middle) : (middle, over);
        }

        return Moved(positions, used, under);
    }

    private bool Over(Architecture architecture, ImmutableArray<double> positions) => share(At(architecture, positions)) > 1;

    /// <summary>Steps from the narrowest to the widest, in which the finest of the widths changes by one choice.</summary>
    private int Finest(int[] used) => Math.Max(1, used.Max(i => freedoms.Space.Decisions[freedoms.Widths[i]].Count - 1));

    private ImmutableArray<double> Moved(ImmutableArray<double> positions, int[] used, int steps)
    {
        var moved = positions.ToBuilder();
        foreach (var i in used)
        {
            moved[i] = Math.Clamp(positions[i] + ((double)steps / Finest(used)), 0, 1);
        }

        return moved.ToImmutable();
    }
}
