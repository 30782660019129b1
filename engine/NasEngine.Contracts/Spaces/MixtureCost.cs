using System.Collections.Immutable;

namespace NasEngine.Contracts;

/// <summary>
/// What a mixture costs: the sum over the architectures that its listed choices make of the product of their weights times their
/// cost. Where the weights of each decision sum to 1 it is the expected cost of an architecture drawn by them (FBNetV2,
/// arXiv 2004.05565, section 3.4; TF-NAS, arXiv 2008.05314, eq. 8).
/// </summary>
/// <param name="Value">In the metric's unit.</param>
/// <param name="Gradient">
/// ∂value/∂weight, one per listed choice of a decision in the order listed, for every decision that the mixture says.
/// </param>
public sealed record MixtureCost(double Value, ImmutableSortedDictionary<string, ImmutableArray<double>> Gradient);
