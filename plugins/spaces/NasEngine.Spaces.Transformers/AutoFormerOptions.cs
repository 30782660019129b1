using System.Collections.Immutable;
using System.Globalization;
using NasEngine.Contracts;
using NasEngine.Networks;

namespace NasEngine.Spaces.Transformers;

/// <summary>Options of <see cref="AutoFormerSpace"/>; a ratio is in tenths, as 35 for 3.5.</summary>
/// <param name="Task">Images and classes.</param>
/// <param name="Patch">Side of a patch, which divides that of the images, pixels.</param>
/// <param name="HeadSize">Channels of a head.</param>
/// <param name="Embeddings">Choices of the channels of all layers, ascending.</param>
/// <param name="Depths">Choices of the number of layers, ascending.</param>
/// <param name="Heads">Choices of a layer's heads, ascending.</param>
/// <param name="Ratios">Choices of an MLP's inner width, in tenths of the channels, ascending.</param>
public sealed record AutoFormerOptions(
    ImageTask Task, int Patch, int HeadSize, ImmutableArray<int> Embeddings, ImmutableArray<int> Depths, ImmutableArray<int> Heads,
    ImmutableArray<int> Ratios)
{
    /// <summary>Reads the options.</summary>
    /// <exception cref="InputException">A value is not allowed, or patches do not divide the images.</exception>
    public static AutoFormerOptions Read(OptionReader reader)
    {
        var mini = ImageTask.IsMini(reader);
        var options = new AutoFormerOptions(
            ImageTask.Read(reader, mini ? ImageTask.Mini : ImageTask.ImageNet),
            (int)reader.Integer("patch", mini ? 4 : 16, "Side of a patch, pixels; it divides that of the images.", 1, 256),
            (int)reader.Integer("headSize", mini ? 8 : 64, "Channels of a head.", 1, 1024),
            Whole(reader, "embeddings", mini ? [16, 24] : [192, 216, 240], "Choices of the channels of all layers.", 8192),
            Whole(reader, "depths", mini ? [1, 2] : [12, 13, 14], "Choices of the number of layers.", 64),
            Whole(reader, "heads", mini ? [2, 3] : [3, 4], "Choices of a layer's heads.", 64),
            Whole(reader, "ratios", mini ? [10, 20] : [35, 40], "Choices of an MLP's inner width, in tenths of the channels.", 1000));
        return options.Task.Size % options.Patch == 0 ? options : throw new InputException(string.Create(CultureInfo.InvariantCulture,
            $"Option 'patch' is {options.Patch} and option 'inputSize' is {options.Task.Size}; patches must divide the images."));
    }

    private static ImmutableArray<int> Whole(OptionReader reader, string name, long[] fallback, string summary, long most) =>
        [.. reader.Integers(name, fallback, summary, 1, most).Select(value => (int)value).Order().Distinct()];
}
