using System.Collections.Immutable;
using NasEngine.Contracts;
using NasEngine.Networks;

namespace NasEngine.Spaces.Mobile.MnasNet;

/// <summary>Options of <see cref="MnasNetSpace"/>.</summary>
/// <param name="Task">Images and classes.</param>
/// <param name="Stem">Channels of the 3×3 stem of stride 2.</param>
/// <param name="Blocks">The blocks.</param>
/// <param name="Head">Channels of the last 1×1 convolution.</param>
/// <param name="IsPublished">Whether the rows are the paper's, so that the published networks are in the space.</param>
public sealed record MnasNetOptions(ImageTask Task, int Stem, ImmutableArray<MnasNetBlock> Blocks, int Head, bool IsPublished)
{
    private const string Paper = """
        12/16/20 1/2 1
        16/24/32 1/2/3 2
        24/32/40 2/3/4 2
        48/64/80 3/4/5 2
        72/96/112 2/3/4 1
        120/160/192 2/3/4 2
        240/320/400 1/2 1
        """;

    private const string Mini = """
        8/12/16 1/2 1
        12/16/20 1/2 2
        16/24/32 1/2/3 1
        24/32/40 1/2 2
        """;

    /// <summary>Reads the options.</summary>
    /// <exception cref="InputException">A value is not allowed.</exception>
    public static MnasNetOptions Read(OptionReader reader)
    {
        var mini = ImageTask.IsMini(reader);
        var task = ImageTask.Read(reader, mini ? ImageTask.Mini : ImageTask.ImageNet);
        var table = ImageTask.Table(reader, mini ? Mini : Paper, MnasNetBlock.Columns);
        return new MnasNetOptions(
            task,
            (int)reader.Integer("stem", mini ? 12 : 32, "Channels of the stem.", 1, 4096),
            MnasNetBlock.Parse(table),
            (int)reader.Integer("head", mini ? 96 : 1280, "Channels of the last 1×1 convolution.", 1, 65536),
            table == Paper);
    }
}
