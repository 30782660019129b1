using System.Collections.Immutable;
using NasEngine.Contracts;
using NasEngine.Networks;

namespace NasEngine.Spaces.Mlp;

/// <summary>Options of <see cref="TabularSpace"/>.</summary>
/// <param name="Task">Features (channels, size 1) and classes.</param>
/// <param name="Depth">The most blocks; the fewest is 1.</param>
/// <param name="Widths">Choices of the channels of all blocks, ascending.</param>
/// <param name="Blocks">Choices of a block: <see cref="TabularBlock.Names"/>.</param>
/// <param name="Ratios">Choices of a block's inner width, in multiples of the channels, ascending.</param>
public sealed record TabularOptions(
    ImageTask Task, int Depth, ImmutableArray<int> Widths, ImmutableArray<string> Blocks, ImmutableArray<int> Ratios)
{
    /// <summary>Reads the options.</summary>
    /// <exception cref="InputException">A value is not allowed.</exception>
    public static TabularOptions Read(OptionReader reader)
    {
        var mini = ImageTask.IsMini(reader);
        return new TabularOptions(
            ImageTask.Read(reader, mini ? ImageTask.Mini : new ImageTask(16, 1, 2)),
            (int)reader.Integer("depth", mini ? 2 : 4, "The most blocks.", 1, 64),
            Whole(reader, "widths", mini ? [16, 32] : [32, 64, 128], "Choices of the channels of all blocks.", 65536),
            [.. reader.Text("blocks", string.Join('/', TabularBlock.Names), "Choices of a block, joined by '/'.").Split('/').Select(Known)],
            Whole(reader, "ratios", mini ? [1, 2] : [1, 2, 4], "Choices of a block's inner width, in multiples of the channels.", 64));
    }

    private static ImmutableArray<int> Whole(OptionReader reader, string name, long[] fallback, string summary, long most) =>
        [.. reader.Integers(name, fallback, summary, 1, most).Select(value => (int)value)];

    private static string Known(string name) => TabularBlock.Names.Contains(name) ? name : throw new InputException(
        $"Option 'blocks' has '{name}': {Suggest.Instead(name, TabularBlock.Names)}");
}
