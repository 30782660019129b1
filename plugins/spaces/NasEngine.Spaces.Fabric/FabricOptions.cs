using NasEngine.Contracts;
using NasEngine.Networks;

namespace NasEngine.Spaces.Fabric;

/// <summary>Options of <see cref="FabricSpace"/>.</summary>
/// <param name="Task">Images and classes.</param>
/// <param name="Layers">Layers of the trellis.</param>
/// <param name="Scales">Scales, each half the size of the one before.</param>
/// <param name="Channels">Channels of every node.</param>
public sealed record FabricOptions(ImageTask Task, int Layers, int Scales, int Channels)
{
    /// <summary>Reads the options.</summary>
    /// <exception cref="InputException">A value is not allowed.</exception>
    public static FabricOptions Read(OptionReader reader)
    {
        var mini = ImageTask.IsMini(reader);
        return new FabricOptions(
            ImageTask.Read(reader, mini ? ImageTask.Mini : ImageTask.Cifar),
            (int)reader.Integer("layers", mini ? 5 : 8, "Layers of the trellis.", 1, 1000),
            (int)reader.Integer("scales", mini ? 4 : 6, "Scales, each half the size of the one before.", 1, 16),
            (int)reader.Integer("channels", mini ? 12 : 64, "Channels of every node.", 1, 4096));
    }
}
