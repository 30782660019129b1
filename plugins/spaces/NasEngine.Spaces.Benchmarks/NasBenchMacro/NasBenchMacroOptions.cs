using System.Collections.Immutable;
using NasEngine.Contracts;
using NasEngine.Networks;

namespace NasEngine.Spaces.Benchmarks.NasBenchMacro;

/// <summary>Options of <see cref="NasBenchMacroSpace"/>.</summary>
/// <param name="Task">Images and classes.</param>
/// <param name="Channels">Channels of the stem; each stage doubles them.</param>
/// <param name="Stages">Layers of each stage; the first of a stage has stride 2.</param>
/// <param name="Head">Channels of the last 1×1 convolution.</param>
public sealed record NasBenchMacroOptions(ImageTask Task, int Channels, ImmutableArray<int> Stages, int Head)
{
    /// <summary>Reads the options.</summary>
    /// <exception cref="InputException">A value is not allowed.</exception>
    public static NasBenchMacroOptions Read(OptionReader reader)
    {
        var mini = ImageTask.IsMini(reader);
        return new NasBenchMacroOptions(
            ImageTask.Read(reader, mini ? ImageTask.Mini : ImageTask.Cifar),
            (int)reader.Integer("channels", mini ? 8 : 32, "Channels of the stem.", 1, 1024),
            [.. reader.Integers("stages", [2, 3, 3], "Layers of each stage.", 1, 100).Select(layers => (int)layers)],
            (int)reader.Integer("head", mini ? 96 : 1280, "Channels of the last 1×1 convolution.", 1, 65536));
    }
}
