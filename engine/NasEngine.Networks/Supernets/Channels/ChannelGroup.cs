using System.Collections.Immutable;

namespace NasEngine.Networks;

/// <summary>Channels that may change places as long as all weights that write or read them do: what is computed stays.</summary>
/// <param name="Axes">The dimensions of weights that these channels are.</param>
/// <param name="Depthwise">Names of the depthwise kernels among them: a filter for each channel.</param>
/// <param name="Decisions">The decisions that mask the channels to a width.</param>
internal sealed record ChannelGroup(
    ImmutableArray<WeightAxis> Axes, ImmutableArray<string> Depthwise, ImmutableArray<string> Decisions);

/// <summary>A dimension of a weight.</summary>
/// <param name="Weight">Its name.</param>
/// <param name="Axis">The dimension, from 0.</param>
internal readonly record struct WeightAxis(string Weight, int Axis);
