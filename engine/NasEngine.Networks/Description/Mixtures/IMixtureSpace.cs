using NasEngine.Contracts;

namespace NasEngine.Networks;

/// <summary>
/// A space that can describe all its networks as one, in which <see cref="WeightedSum"/> and <see cref="ChannelMask"/>
/// take the place of choices. Optional: paths need only <see cref="INetworkSpace"/>.
/// </summary>
/// <remarks>
/// Its weights are the shared weights, by name and in their largest shape (<see cref="SupernetWeights"/>). With the mixture
/// of an architecture it computes what the architecture's own network does: the same bits where choices are operations, up
/// to the order of summation where they are widths, since masked channels add zeros. The conformance kit checks both.
/// </remarks>
public interface IMixtureSpace : INetworkSpace, IRelaxedSpace
{
    /// <summary>The network of the whole space. It reads decisions of <see cref="IRelaxedSpace.Relaxed"/> by name.</summary>
    NetworkSpec DescribeMixture();
}
