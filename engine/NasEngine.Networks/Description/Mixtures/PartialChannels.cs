namespace NasEngine.Networks;

/// <summary>
/// Partial channels (PC-DARTS, ICLR 2020, arXiv 1907.05737, section 3.1): the first of K parts of the channels goes through the mixture of
/// operations, the others pass by, so that memory and time of the mixture fall by K.
/// </summary>
/// <remarks>
/// What passed by comes first in the result, so that the next mixture reads other channels (the authors' program shuffles the channels,
/// and says that shifting them works as well). Where the operations halve the images, what passes by is max-pooled by 2×2.
/// </remarks>
public static class PartialChannels
{
    /// <summary>A map behind operations that read a part of its channels.</summary>
    /// <param name="map">Its channels are a multiple of <paramref name="parts"/>.</param>
    /// <param name="parts">K; 1 for operations on all channels.</param>
    /// <param name="operations">Adds operations that keep the number of channels.</param>
    public static FeatureMap Partly(this FeatureMap map, int parts, Func<FeatureMap, FeatureMap> operations)
    {
        if (parts == 1)
        {
            return operations(map);
        }

        var read = map.Shape.Channels / parts;
        var mixed = operations(map.Then(new ChannelSlice(0, read)));
        var passed = map.Then(new ChannelSlice(read, map.Shape.Channels - read));
        return (mixed.Shape.Height == map.Shape.Height ? passed : passed.Then(new Pool(true, 2, 2, map.Shape.Height % 2, false))).Concat(
            mixed);
    }
}
