namespace NasEngine.Networks.Pictures;

/// <summary>Colours of the kinds of operation, and what the legend calls them.</summary>
internal static class ChipColours
{
    public static string Of(ChipKind kind) => kind switch
    {
        ChipKind.Convolution => "#d6e6f5",
        ChipKind.Depthwise => "#d9efd9",
        ChipKind.Attention => "#f6e3c5",
        ChipKind.Pooling => "#eadcf4",
        ChipKind.Linear => "#f5d5d5",
        ChipKind.Join => "#e4e4e4",
        _ => "#ffffff",
    };

    public static string Name(ChipKind kind) => kind == ChipKind.Other ? "other" : kind.ToString().ToLowerInvariant();
}
