using System.Collections.Immutable;
using NasEngine.Contracts;
using NasEngine.Networks;

namespace NasEngine.Spaces.Mlp;

/// <summary>Options of <see cref="MlpSpace"/>.</summary>
/// <param name="Task">Features (channels, size 1) or images, and classes.</param>
/// <param name="Depth">The most hidden layers; the fewest is 1.</param>
/// <param name="Widths">Choices of a hidden layer's width, ascending.</param>
/// <param name="Activations">Choices of the non-linearity.</param>
public sealed record MlpOptions(ImageTask Task, int Depth, ImmutableArray<int> Widths, ImmutableArray<ActivationKind> Activations)
{
    /// <summary>Reads the options.</summary>
    /// <exception cref="InputException">A value is not allowed.</exception>
    public static MlpOptions Read(OptionReader reader)
    {
        var mini = ImageTask.IsMini(reader);
        return new MlpOptions(
            ImageTask.Read(reader, mini ? ImageTask.Mini : new ImageTask(16, 1, 2)),
            (int)reader.Integer("depth", mini ? 3 : 4, "The most hidden layers.", 1, 64),
            [.. reader.Integers("widths", mini ? [16, 32, 64, 128] : [16, 32, 64, 128, 256], "Choices of a hidden layer's width.", 1, 65536)
                .Select(width => (int)width)],
            [.. reader.Text("activations", "relu,swish,tanh", "Choices of the non-linearity.").Split(',').Select(ActivationNames.Parse)]);
    }
}
