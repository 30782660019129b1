using NasEngine.Contracts;

namespace NasEngine.Strategies.Growth.EditDistance;

/// <summary>
/// The edit distance of two networks (Auto-Keras, KDD 2019, arXiv 1806.10282, section 3.1): what it takes to make one from the other by
/// network morphisms, layers and skip connections apart.
/// </summary>
internal static class NetworkDistance
{
    /// <summary>d = D_l + λ·D_s.</summary>
    /// <param name="one">A network.</param>
    /// <param name="other">Another one.</param>
    /// <param name="skips">λ, at least 0.</param>
    public static double Of(NetworkOutline one, NetworkOutline other, double skips) => Layers(one, other) + (skips * Skips(one, other));

    /// <summary>
    /// D_l (eq. 4): layers are put in or taken out at 1 each, or widened at the share of the wider one, in the order of both networks. A
    /// kernel that grows counts as a width.
    /// </summary>
    public static double Layers(NetworkOutline one, NetworkOutline other)
    {
        var before = Enumerable.Range(0, other.Layers.Length + 1).Select(count => (double)count).ToArray();
        foreach (var layer in one.Layers)
        {
            var now = new double[before.Length];
            now[0] = before[0] + 1;
            for (var j = 1; j < now.Length; j++)
            {
                now[j] = Math.Min(Math.Min(before[j], now[j - 1]) + 1, before[j - 1] + Change(layer, other.Layers[j - 1]));
            }

            before = now;
        }

        return before[^1];
    }

    /// <summary>
    /// D_s (eq. 5): skips of one are matched to those of the other at the least cost in all; those that are left count 1 each.
    /// </summary>
    public static double Skips(NetworkOutline one, NetworkOutline other)
    {
        var (fewer, more) = one.Skips.Length <= other.Skips.Length ? (one.Skips, other.Skips) : (other.Skips, one.Skips);
        var costs = new double[fewer.Length, more.Length];
        for (var i = 0; i < fewer.Length; i++)
        {
            for (var j = 0; j < more.Length; j++)
            {
                costs[i, j] = Change(fewer[i], more[j]);
            }
        }

        return Assignment.Least(costs) + more.Length - fewer.Length;
    }

    private static double Change(LayerOutline one, LayerOutline other) => one.Kind != other.Kind
        ? 2
        : Share(one.Width, other.Width) + Share(one.Kernel, other.Kernel);

    private static double Share(int one, int other) => (double)Math.Abs(one - other) / Math.Max(one, other);

    /// <summary>By where they begin and how long they are (eq. 6).</summary>
    private static double Change(SkipOutline one, SkipOutline other) =>
        (double)(Math.Abs(one.From - other.From) + Math.Abs(one.Length - other.Length))
        / (Math.Max(one.From, other.From) + Math.Max(one.Length, other.Length));
}
