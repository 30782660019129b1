using NasEngine.Contracts;
using NasEngine.Networks;

namespace NasEngine.Spaces.Recurrent;

/// <summary>Options of <see cref="EnasRnnSpace"/>.</summary>
/// <param name="Task">Length of the sequences, as an image of one row, and classes.</param>
/// <param name="Tokens">How many tokens there are at most.</param>
/// <param name="Units">Channels of the state and of an embedding.</param>
/// <param name="Nodes">Nodes of the cell.</param>
public sealed record EnasRnnOptions(ImageTask Task, int Tokens, int Units, int Nodes)
{
    /// <summary>Reads the options.</summary>
    /// <exception cref="InputException">A value is not allowed.</exception>
    public static EnasRnnOptions Read(OptionReader reader)
    {
        var mini = ImageTask.IsMini(reader);
        return new EnasRnnOptions(
            new ImageTask(
                1,
                (int)reader.Integer("length", mini ? 16 : 64, "Tokens of a sequence.", 1, 8192),
                (int)reader.Integer("classes", 2, "Number of classes; 1 where a number is learned.", 1, 1_000_000)) { Height = 1 },
            (int)reader.Integer("tokens", mini ? 64 : 10_000, "How many tokens there are at most.", 3, 1_000_000),
            (int)reader.Integer("units", mini ? 8 : 748, "Channels of the state and of an embedding.", 1, 8192),
            (int)reader.Integer("nodes", mini ? 4 : 12, "Nodes of the cell.", 1, 64));
    }
}
