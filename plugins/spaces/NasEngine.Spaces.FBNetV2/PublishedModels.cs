using System.Collections.Immutable;
using NasEngine.Networks;

namespace NasEngine.Spaces.FBNetV2;

/// <summary>
/// The networks that FBNetV2's authors published (github.com/facebookresearch/mobile-vision), for 1,000 classes. Their
/// expansions are means of relaxed choices, such as 5.4566, so the grid of the space does not hold them.
/// </summary>
/// <remarks>
/// The authors count one multiply-add per weight use and one operation per scalar that a global pooling reads, and as
/// parameters the convolution and linear weights only: 56.41 M and 5.999 M for F1 (middle widths in multiples of 8),
/// 235.88 M and 6.992 M for F4 as listed in their README (middle widths in whole numbers), 238.35 M for F4 in multiples of
/// 8. The rule for multiples of 8, nearest but one up where more than a twentieth would be lost, is inferred from these
/// figures; it reproduces all of them to the last digit.
/// </remarks>
public static class PublishedModels
{
    private const string F1Table = """
        conv-hs 8 2 1; ir5 8 1 1; ir5 24 2 5.4566; ir5 24 1 4.7912; ir5-se 32 2 5.3501; ir5-se 24 1 4.5379
        ir5-hs 56 2 5.7133; ir3-hs 56 1 4.1212; ir3-se-hs 56 1 5.1246; skip 80 1 1; ir5-se-hs 80 1 4.507; ir5-se-hs 80 1 1.7712
        ir3-se-hs 144 2 4.5685; ir5-se-hs 144 1 5.84; ir5-se-hs 144 1 6.8754; skip 224 1 1
        """;

    private const string F4Table = """
        conv-hs 16 2 1; ir3-hs 16 1 1; ir5-hs 24 2 5.4566; ir5-hs 24 1 1.7912; ir5-hs 24 1 1.7912
        ir5-se 32 2 5.3501; ir5-se 32 1 3.5379; ir5-se 32 1 4.5379; ir5-se 32 1 4.5379
        ir5-hs 64 2 5.7133; ir3-hs 64 1 2.1212; skip 64 1 1; ir3-hs 104 1 5.0333; ir5-se-hs 104 1 2.507; ir5-se-hs 104 1 1.7712; ir5-se-hs 112 1 3.7712
        ir3-se-hs 184 2 5.5685; ir5-se-hs 184 1 2.84; ir5-se-hs 184 1 4.8754; skip 224 1 1
        """;

    private const string LTable = """
        conv-hs 16 2 1; ir3-hs 16 1 1; ir5-hs 24 2 5.4566; ir5-hs 24 1 1.7912; ir3-hs 24 1 1.7912; ir5-hs 24 1 1.7912
        ir5-se-hs 40 2 5.3501; ir5-se-hs 32 1 3.5379; ir5-se-hs 32 1 4.5379; ir5-se-hs 32 1 4.5379
        ir5-hs 64 2 5.7133; ir3-hs 64 1 2.1212; skip 64 1 1; ir3-hs 64 1 3.1246; ir3-hs 112 1 5.0333; ir5-se-hs 112 1 2.507
        ir5-se-hs 112 1 1.7712; ir5-se-hs 112 1 2.7712; ir5-se-hs 112 1 3.7712; ir5-se-hs 112 1 3.7712
        ir3-se-hs 184 2 5.5685; ir5-se-hs 184 1 2.84; ir5-se-hs 184 1 2.84; ir5-se-hs 184 1 4.8754; ir5-se-hs 184 1 4.8754; skip 224 1 1
        """;

    /// <summary>The networks by name.</summary>
    public static ImmutableSortedDictionary<string, NetworkSpec> All { get; } = new Dictionary<string, NetworkSpec>
    {
        ["fbnetv2-f1"] = PublishedNetwork.Describe(128, F1Table, 1600, multiplesOfEight: true),
        ["fbnetv2-f2"] = PublishedNetwork.Describe(160, F1Table, 1600, multiplesOfEight: true),
        ["fbnetv2-f3"] = PublishedNetwork.Describe(192, F1Table, 1984, multiplesOfEight: true),
        ["fbnetv2-f4"] = PublishedNetwork.Describe(224, F4Table, 1984, multiplesOfEight: false),
        ["fbnetv2-f4-w8"] = PublishedNetwork.Describe(224, F4Table, 1984, multiplesOfEight: true),
        ["fbnetv2-l1"] = PublishedNetwork.Describe(224, LTable, 1984, multiplesOfEight: true),
        ["fbnetv2-l2"] = PublishedNetwork.Describe(256, LTable, 1984, multiplesOfEight: true),
    }.ToImmutableSortedDictionary(StringComparer.Ordinal);
}
