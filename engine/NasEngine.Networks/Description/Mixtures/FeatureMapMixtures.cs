namespace NasEngine.Networks;

/// <summary>Adds what only mixtures have.</summary>
public static class FeatureMapMixtures
{
    /// <summary>
    /// The weighted sum of this map, which is input 0, and others of its shape; the map itself when there are no others.
    /// </summary>
    public static FeatureMap Mix(this FeatureMap map, Selection selection, params ReadOnlySpan<FeatureMap> others) =>
        others.Length == 0 ? map : map.Then(new WeightedSum(selection), others);

    /// <summary>
    /// The weighted sum of this map, which is input 0, and others of its channels on a grid of the largest height and width.
    /// </summary>
    public static FeatureMap Place(this FeatureMap map, Selection selection, params ReadOnlySpan<FeatureMap> others)
    {
        var (height, width) = (map.Shape.Height, map.Shape.Width);
        foreach (var other in others)
        {
            (height, width) = (Math.Max(height, other.Shape.Height), Math.Max(width, other.Shape.Width));
        }

        return map.Then(new PlacedSum(selection, height, width), others);
    }

    /// <summary>The map with its channels masked; the map itself when every combination keeps all of them.</summary>
    public static FeatureMap Mask(this FeatureMap map, Selection widths) =>
        widths.Table.All(width => width == map.Shape.Channels) ? map : map.Then(new ChannelMask(widths));
}
