using System.Collections.Immutable;
using NasEngine.Contracts;
using NasEngine.Networks;

namespace NasEngine.Spaces.Morphism;

/// <summary>Options of <see cref="MorphismSpace"/>.</summary>
/// <param name="Task">Images and classes.</param>
/// <param name="Stages">Stages, with 2×2 max pooling between them.</param>
/// <param name="Depth">The most layers of a stage; the fewest is 1.</param>
/// <param name="Widths">Choices of a layer's channels, ascending.</param>
/// <param name="Kernels">Choices of a layer's kernel, odd, ascending.</param>
public sealed record MorphismOptions(
    ImageTask Task, int Stages, int Depth, ImmutableArray<int> Widths, ImmutableArray<int> Kernels)
{
    /// <summary>Reads the options.</summary>
    /// <exception cref="InputException">A value is not allowed.</exception>
    public static MorphismOptions Read(OptionReader reader)
    {
        var mini = ImageTask.IsMini(reader);
        return new MorphismOptions(
            ImageTask.Read(reader, mini ? ImageTask.Mini : ImageTask.Cifar),
            (int)reader.Integer("stages", 3, "Stages, with 2×2 max pooling between them.", 1, 16),
            (int)reader.Integer("depth", mini ? 4 : 8, "The most layers of a stage.", 1, 256),
            Whole("widths", mini ? [8, 12, 16, 24, 32] : [16, 32, 64, 128, 256, 512], "Choices of a layer's channels."),
            ImageTask.Kernels(reader, mini ? [3, 5] : [1, 3, 5, 7], "Choices of a layer's kernel, odd."));

        ImmutableArray<int> Whole(string name, long[] fallback, string summary) =>
            [.. reader.Integers(name, fallback, summary, 1, 65536).Select(value => (int)value)];
    }
}
