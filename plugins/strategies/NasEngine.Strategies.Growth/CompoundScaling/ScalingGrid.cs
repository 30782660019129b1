using System.Collections.Immutable;
using NasEngine.Contracts;

namespace NasEngine.Strategies.Growth.CompoundScaling;

/// <summary>The scalings that a space has.</summary>
internal sealed class ScalingGrid(IScaledSpace space)
{
    /// <summary>
    /// The scalings whose α·β²·γ² is what is asked for, up to a tolerance, nearest first: the space's own choices, so that the network
    /// of a scaling is exactly it.
    /// </summary>
    public ImmutableArray<(Scaling Scaling, Architecture Architecture)> Near(double resources, double tolerance) =>
    [
        .. (from depth in Enumerable.Range(0, space.Depths.Length)
            from width in Enumerable.Range(0, space.Widths.Length)
            from resolution in Enumerable.Range(0, space.Resolutions.Length)
            let scaling = new Scaling(space.Depths[depth], space.Widths[width], space.Resolutions[resolution])
            let distance = Math.Abs((scaling.Resources / resources) - 1)
            where distance <= tolerance && scaling is { Depth: >= 1, Width: >= 1, Resolution: >= 1 }
            orderby distance
            select (scaling, space.Scaled(depth, width, resolution))),
    ];

    /// <summary>
    /// The network whose depth, width and resolution are each nearest to a scaling's; null where one lies beyond the choices.
    /// </summary>
    public Architecture? Nearest(Scaling scaling) =>
        (Nearest(space.Depths, scaling.Depth), Nearest(space.Widths, scaling.Width), Nearest(space.Resolutions, scaling.Resolution)) is
            ({ } depth, { } width, { } resolution) ? space.Scaled(depth, width, resolution) : null;

    /// <summary>Number of the nearest choice, the smaller of equally near; null for more than half a step beyond the last.</summary>
    private static int? Nearest(ImmutableArray<double> choices, double wanted)
    {
        var step = choices.Length > 1 ? choices[^1] - choices[^2] : 0;
        return wanted > choices[^1] + (step / 2) + 1e-9
            ? null
            : Enumerable.Range(0, choices.Length).MinBy(number => Math.Abs(choices[number] - wanted));
    }
}
