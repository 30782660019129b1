using NasEngine.Contracts;
using NasEngine.Networks;

namespace NasEngine.Spaces.Cells;

/// <summary>Options of a space of cells.</summary>
/// <param name="Task">Images and classes.</param>
/// <param name="Channels">Channels of an operation in the first cells; reductions double them.</param>
/// <param name="Cells">Cells in all; those after one and two thirds of them are reductions.</param>
public sealed record CellOptions(ImageTask Task, int Channels, int Cells)
{
    /// <summary>Of how many parts of the channels the operations of a mixture read one; 1 for all of them.</summary>
    public int Parts { get; init; } = 1;

    /// <summary>These with the parts of a space with mixtures.</summary>
    /// <exception cref="InputException">The channels have no such parts that a reduction can halve.</exception>
    public CellOptions WithParts(OptionReader reader)
    {
        var parts = (int)reader.Integer(
            "partial", 1, "Of how many parts of the channels the operations of a mixture read one (PC-DARTS: 4); 1 for all.", 1, 64);
        return parts == 1 || Channels % (2 * parts) == 0 ? this with { Parts = parts } : throw new InputException(
            $"Option 'channels' is {Channels}, whose {parts} parts cannot be halved; give a multiple of {2 * parts}, or another "
            + $"'partial'.");
    }

    /// <summary>Reads the options.</summary>
    /// <param name="reader">What the user gave.</param>
    /// <param name="channels">Channels at the paper's scale.</param>
    /// <param name="cells">Cells at the paper's scale.</param>
    /// <param name="miniChannels">Channels at the mini scale.</param>
    /// <param name="miniCells">Cells at the mini scale.</param>
    /// <exception cref="InputException">A value is not allowed.</exception>
    public static CellOptions Read(OptionReader reader, int channels, int cells, int miniChannels, int miniCells)
    {
        var mini = ImageTask.IsMini(reader);
        return new CellOptions(
            ImageTask.Read(reader, mini ? ImageTask.Mini : ImageTask.Cifar),
            (int)reader.Integer("channels", mini ? miniChannels : channels, "Channels of an operation in the first cells, even.", 2, 4096),
            (int)reader.Integer("cells", mini ? miniCells : cells, "Cells in all; those at one and two thirds reduce.", 3, 200));
    }
}
