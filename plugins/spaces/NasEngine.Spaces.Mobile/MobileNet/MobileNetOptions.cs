using System.Collections.Immutable;
using System.Globalization;
using NasEngine.Contracts;
using NasEngine.Networks;

namespace NasEngine.Spaces.Mobile.MobileNet;

/// <summary>Options of <see cref="MobileNetSpace"/>.</summary>
/// <param name="Task">Images and classes.</param>
/// <param name="Stem">Channels of the 3×3 stem of stride 2 at width 1.</param>
/// <param name="Stages">Rows of inverted residuals at width 1.</param>
/// <param name="Head">Channels of the last 1×1 convolution; widths over 1 multiply it.</param>
/// <param name="Divisor">Channels are rounded to a multiple of it.</param>
/// <param name="Widths">Choices of the width multiplier, ascending.</param>
/// <param name="IsPublished">Whether the rows are the paper's, so that the published networks are in the space.</param>
public sealed record MobileNetOptions(
    ImageTask Task, int Stem, ImmutableArray<MobileNetStage> Stages, int Head, int Divisor, ImmutableArray<double> Widths,
    bool IsPublished)
{
    /// <summary>The choices of expansion, kernel and blocks around each stage of the paper's network.</summary>
    private static readonly string[] Around =
        ["1 3 1", "3/6 3/5/7 1/2/3", "3/6 3/5/7 2/3/4", "3/6 3/5/7 3/4/5", "3/6 3/5/7 2/3/4", "3/6 3/5/7 2/3/4", "3/6 3/5/7 1"];

    private static readonly string Paper = string.Join(
        '\n', MobileNetV2.Stages.Zip(Around, (stage, choices) => string.Create(
            CultureInfo.InvariantCulture, $"{stage.Channels} {choices} {stage.Stride}")));

    private const string Mini = """
        12 1 3 1 1
        16 2/3/4 3/5 1/2 2
        24 2/3/4 3/5 1/2/3 1
        32 2/3/4 3/5 1/2 2
        48 2/3/4 3/5 1/2 1
        """;

    /// <summary>Reads the options.</summary>
    /// <exception cref="InputException">A value is not allowed.</exception>
    public static MobileNetOptions Read(OptionReader reader)
    {
        var mini = ImageTask.IsMini(reader);
        var task = ImageTask.Read(reader, mini ? ImageTask.Mini : ImageTask.ImageNet);
        var table = ImageTask.Table(reader, mini ? Mini : Paper, MobileNetStage.Columns);
        return new MobileNetOptions(
            task,
            (int)reader.Integer("stem", mini ? 16 : MobileNetV2.Stem, "Channels of the stem at width 1.", 1, 4096),
            MobileNetStage.Parse(table),
            (int)reader.Integer("head", mini ? 96 : MobileNetV2.Head, "Channels of the last 1×1 convolution.", 1, 65536),
            (int)reader.Integer("divisor", mini ? 4 : 8, "Channels are rounded to a multiple of it.", 1, 1024),
            MacroTable.Parse(
                reader.Text("widths", mini ? "0.5/0.75/1" : "0.35/0.5/0.75/1/1.3/1.4", "Choices of the width multiplier."),
                "widths")[0].Numbers("widths"),
            table == Paper);
    }
}
