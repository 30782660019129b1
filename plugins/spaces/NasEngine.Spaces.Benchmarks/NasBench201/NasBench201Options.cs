using NasEngine.Contracts;
using NasEngine.Networks;

namespace NasEngine.Spaces.Benchmarks.NasBench201;

/// <summary>Options of <see cref="NasBench201Space"/>.</summary>
/// <param name="Task">Images and classes.</param>
/// <param name="Channels">Channels of the first stage, C; the stages have C, 2C and 4C.</param>
/// <param name="Cells">Cells per stage, N.</param>
public sealed record NasBench201Options(ImageTask Task, int Channels, int Cells)
{
    /// <summary>Of how many parts of the channels the operations of a mixture read one; 1 for all of them.</summary>
    public int Parts { get; init; } = 1;

    /// <summary>Reads the options.</summary>
    /// <exception cref="InputException">A value is not allowed.</exception>
    public static NasBench201Options Read(OptionReader reader)
    {
        var mini = ImageTask.IsMini(reader);
        var options = new NasBench201Options(
            ImageTask.Read(reader, mini ? ImageTask.Mini : ImageTask.Cifar),
            (int)reader.Integer("channels", mini ? 8 : 16, "Channels of the first stage.", 1, 1024),
            (int)reader.Integer("cells", mini ? 1 : 5, "Cells per stage.", 1, 100));
        var parts = (int)reader.Integer(
            "partial", 1, "Of how many parts of the channels the operations of a mixture read one (PC-DARTS: 4); 1 for all.", 1, 64);
        return options.Channels % parts == 0 ? options with { Parts = parts } : throw new InputException(
            $"Option 'channels' is {options.Channels} and has no {parts} equal parts; give a multiple of {parts}, or another 'partial'.");
    }
}
