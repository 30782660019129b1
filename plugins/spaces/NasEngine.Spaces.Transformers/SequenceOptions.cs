using System.Collections.Immutable;
using NasEngine.Contracts;
using NasEngine.Networks;

namespace NasEngine.Spaces.Transformers;

/// <summary>Options of <see cref="SequenceSpace"/>.</summary>
/// <param name="Task">Length of the sequences, as an image of one row, and classes.</param>
/// <param name="Tokens">How many tokens there are at most.</param>
/// <param name="Depth">The most layers; the fewest is 1.</param>
/// <param name="Widths">Choices of the channels of all layers, ascending.</param>
/// <param name="Mixers">Choices of what mixes the places of a layer.</param>
/// <param name="Ratios">Choices of an MLP's inner width, as a multiple of the channels, ascending.</param>
public sealed record SequenceOptions(
    ImageTask Task, int Tokens, int Depth, ImmutableArray<int> Widths, ImmutableArray<SequenceMixer> Mixers, ImmutableArray<int> Ratios)
{
    /// <summary>Reads the options.</summary>
    /// <exception cref="InputException">A value is not allowed, or heads do not divide a width.</exception>
    public static SequenceOptions Read(OptionReader reader)
    {
        var mini = ImageTask.IsMini(reader);
        var options = new SequenceOptions(
            new ImageTask(
                1,
                (int)reader.Integer("length", mini ? 16 : 64, "Tokens of a sequence.", 1, 8192),
                (int)reader.Integer("classes", 2, "Number of classes; 1 where a number is learned.", 1, 1_000_000)) { Height = 1 },
            (int)reader.Integer("tokens", mini ? 64 : 8192, "How many tokens there are at most.", 3, 1_000_000),
            (int)reader.Integer("depth", mini ? 2 : 4, "The most layers.", 1, 64),
            [.. reader.Integers("widths", mini ? [8, 16] : [32, 64, 128], "Choices of the channels of all layers.", 1, 8192)
                .Select(width => (int)width)],
            [.. reader.Text("mixers", mini ? "conv3/attention2" : "conv3/conv7/attention2/attention4",
                "Choices of what mixes places, joined by '/': conv and an odd length, attention and a number of heads.")
                .Split('/').Select(SequenceMixer.Parse)],
            [.. reader.Integers(
                "ratios", mini ? [1, 2] : [1, 2, 4], "Choices of an MLP's inner width, in multiples of the channels.", 1, 64)
                .Select(ratio => (int)ratio)]);
        foreach (var mixer in options.Mixers)
        {
            if (mixer.Heads > 0 && options.Widths.FirstOrDefault(width => width % mixer.Heads != 0) is > 0 and var wrong)
            {
                throw new InputException(
                    $"Option 'mixers' has {mixer.Name}, and option 'widths' has {wrong}; the heads must divide every width.");
            }
        }

        return options;
    }
}
