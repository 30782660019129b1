namespace NasEngine.Contracts;

/// <summary>
/// Examples with what is to be learned of them: images, rows of a table as images of size 1 with a channel per feature, or sequences as
/// images of one row with a token number per column.
/// </summary>
/// <param name="Shape">Shape of each example.</param>
/// <param name="Pixels">Count × C × H × W bytes, 0 to 255; empty where the examples are <see cref="Values"/>.</param>
/// <param name="Labels">Count class numbers; empty where they are to be given <see cref="Targets"/>.</param>
public sealed record LabelledImages(ImageShape Shape, ReadOnlyMemory<byte> Pixels, ReadOnlyMemory<int> Labels)
{
    /// <summary>Images whose class numbers are bytes.</summary>
    public LabelledImages(ImageShape shape, ReadOnlyMemory<byte> pixels, ReadOnlyMemory<byte> labels)
        : this(shape, pixels, labels.ToArray().Select(label => (int)label).ToArray())
    {
    }

    /// <summary>Count × C × H × W finite numbers in place of <see cref="Pixels"/>.</summary>
    public ReadOnlyMemory<float> Values { get; init; }

    /// <summary>Count finite numbers that networks learn to give, by squared error; empty where they learn classes.</summary>
    public ReadOnlyMemory<float> Targets { get; init; }

    /// <summary>
    /// How many tokens there are where <see cref="Values"/> are token numbers, whole from 0 (padding) on, which are not normalised;
    /// 0 where they are none.
    /// </summary>
    public int Tokens { get; init; }

    /// <summary>
    /// How many of them, the last ones, are meant for validation and not to be trained on; 0 where whoever trains holds out a share.
    /// </summary>
    public int ValidationCount { get; init; }

    /// <summary>How many examples.</summary>
    public int Count => Math.Max(Labels.Length, Targets.Length);
}
