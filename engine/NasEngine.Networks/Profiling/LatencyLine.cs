namespace NasEngine.Networks;

/// <summary>A straight line from the sum over a network's operations to its measured latency.</summary>
/// <param name="Base">Milliseconds at a sum of 0; never negative.</param>
/// <param name="Scale">Milliseconds by millisecond; more than 0.</param>
public sealed record LatencyLine(double Base, double Scale)
{
    /// <summary>The latency of a network of that sum, milliseconds.</summary>
    public double Of(double sum) => Base + (Scale * sum);

    /// <summary>
    /// The line of least squared relative error: min Σ ((base + scale·p − m)/m)², in closed form; through the origin where the best one
    /// would begin below it, or fall, as it does where the noise of a busy machine is more than what the networks differ by.
    /// </summary>
    /// <param name="pairs">Predicted and measured milliseconds, positive, at least two.</param>
    public static LatencyLine Through(IReadOnlyCollection<(double Predicted, double Measured)> pairs)
    {
        // With u = 1/m and v = p/m the residual is base·u + scale·v − 1.
        var (uu, uv, vv, u, v) = (0.0, 0.0, 0.0, 0.0, 0.0);
        foreach (var (predicted, measured) in pairs)
        {
            var (one, two) = (1 / measured, predicted / measured);
            (uu, uv, vv, u, v) = (uu + (one * one), uv + (one * two), vv + (two * two), u + one, v + two);
        }

        var determinant = (uu * vv) - (uv * uv);
        var start = determinant > 1e-12 * uu * vv ? ((u * vv) - (v * uv)) / determinant : 0;
        var scale = ((v * uu) - (u * uv)) / determinant;
        return start > 0 && scale > 0 ? new LatencyLine(start, scale) : new LatencyLine(0, v / vv);
    }
}
