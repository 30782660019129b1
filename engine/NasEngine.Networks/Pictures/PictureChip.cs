namespace NasEngine.Networks.Pictures;

/// <summary>One operation as the picture shows it.</summary>
/// <param name="Text">What it says.</param>
/// <param name="Kind">What colour it has.</param>
/// <param name="Halves">Whether it has a stride of 2 or more.</param>
internal sealed record PictureChip(string Text, ChipKind Kind, bool Halves);

/// <summary>Kinds of operation that the picture tells apart by colour.</summary>
internal enum ChipKind
{
    Convolution,
    Depthwise,
    Attention,
    Pooling,
    Linear,
    Join,
    Other,
}
