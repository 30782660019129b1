namespace NasEngine.Contracts;

/// <summary>Images with labels.</summary>
/// <param name="Shape">Shape of each image.</param>
/// <param name="Pixels">Count × C × H × W bytes, 0 to 255.</param>
/// <param name="Labels">Count bytes, each a class number.</param>
public sealed record LabelledImages(ImageShape Shape, ReadOnlyMemory<byte> Pixels, ReadOnlyMemory<byte> Labels)
{
    /// <summary>How many images.</summary>
    public int Count => Labels.Length;
}
