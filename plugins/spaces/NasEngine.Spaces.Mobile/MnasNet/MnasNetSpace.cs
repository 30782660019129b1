using System.Collections.Immutable;
using NasEngine.Contracts;
using NasEngine.Networks;

namespace NasEngine.Spaces.Mobile.MnasNet;

/// <summary>
/// MnasNet's factorised hierarchical space (CVPR 2019, arXiv 1807.11626, section 4.1): every block chooses convolution,
/// kernel, squeeze-and-excitation, skip, filters and number of layers, and its layers are alike. With S = 432
/// combinations, B = 5 blocks and N = 3 layers there are S^B ≈ 10^13 architectures where layers of their own would give
/// S^(B·N) ≈ 10^39.
/// </summary>
/// <remarks>
/// The paper gives the choices relative to MobileNetV2: filters times 0.75, 1 or 1.25, layers −1, 0 or +1. Assumed here:
/// filters rounded to multiples of 8 (4 in the first block); 112 for 120 and 192 for 200, because the published A1 and B1
/// have them; one or two layers where MobileNetV2 has one; the four convolutions that make 432; a pooling skip is 3×3
/// average pooling with the layer's stride, zeros for missing channels, and is left out where channels shrink.
/// </remarks>
public sealed class MnasNetSpace : ChainSpace
{
    private static readonly (string Name, string Text)[] Published =
    [
        ("mnasnet-a1", "sep_k3_s0_identity_f16_n1|mb6_k3_s0_identity_f24_n2|mb3_k5_s0.25_identity_f40_n3|mb6_k3_s0_identity_f80_n4|" +
            "mb6_k3_s0.25_identity_f112_n2|mb6_k5_s0.25_identity_f160_n3|mb6_k3_s0_identity_f320_n1"),
        ("mnasnet-b1", "sep_k3_s0_identity_f16_n1|mb3_k3_s0_identity_f24_n3|mb3_k5_s0_identity_f40_n3|mb6_k5_s0_identity_f80_n3|" +
            "mb6_k3_s0_identity_f96_n2|mb6_k5_s0_identity_f192_n4|mb6_k3_s0_identity_f320_n1"),
    ];

    /// <summary>Makes the space.</summary>
    /// <exception cref="InputException">The image is too small for the strides.</exception>
    public MnasNetSpace(MnasNetOptions options)
        : this(options, new MnasNetParts(options))
    {
    }

    private MnasNetSpace(MnasNetOptions options, MnasNetParts parts)
        : base(parts.Decisions, options.Task, parts.Segments)
    {
        References = options.IsPublished
            ? Published.ToImmutableSortedDictionary(one => one.Name, one => Parse(one.Text), StringComparer.Ordinal)
            : base.References;
    }

    /// <inheritdoc/>
    public override ImmutableArray<string> Assumptions =>
    [
        "The paper gives filters as 0.75, 1 or 1.25 times MobileNetV2's: rounded here to multiples of 8, of 4 in the first block.",
        "112 stands for 120 and 192 for 200 filters, because the published A1 and B1 have them.",
        "One or two layers where MobileNetV2 has one.",
        "The four convolutions that make S = 432 combinations: conv, sep, mb3 and mb6.",
        "A pooling skip is 3×3 average pooling with the layer's stride, zeros for missing channels, left out where channels shrink.",
    ];

    /// <inheritdoc/>
    public override ImmutableSortedDictionary<string, Architecture> References { get; }
}
