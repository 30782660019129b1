using System.Collections.Immutable;
using NasEngine.Contracts;
using NasEngine.Networks;

namespace NasEngine.Spaces.Mobile.EfficientNet;

/// <summary>Options of <see cref="EfficientNetSpace"/>.</summary>
/// <param name="Task">Images and classes; images of another size than the resolution are resized first.</param>
/// <param name="Stem">Channels of the 3×3 stem of stride 2 at width 1.</param>
/// <param name="Stages">The network at width and depth 1.</param>
/// <param name="Divisor">Channels are rounded to a multiple of it.</param>
/// <param name="Widths">Choices of the width multiplier.</param>
/// <param name="Depths">Choices of the depth multiplier.</param>
/// <param name="Resolutions">Choices of the resolution, pixels.</param>
/// <param name="IsPublished">Whether the rows are the paper's, so that the published networks are in the space.</param>
public sealed record EfficientNetOptions(
    ImageTask Task, int Stem, ImmutableArray<EfficientNetStage> Stages, int Divisor,
    ImmutableArray<double> Widths, ImmutableArray<double> Depths, ImmutableArray<int> Resolutions, bool IsPublished)
{
    private const string Paper = """
        16 1 3 1 1
        24 6 3 2 2
        40 6 5 2 2
        80 6 3 3 2
        112 6 5 3 1
        192 6 5 4 2
        320 6 3 1 1
        """;

    private const string Mini = """
        8 1 3 1 1
        12 3 3 1 2
        16 3 5 2 1
        24 3 3 2 2
        """;

    /// <summary>Reads the options.</summary>
    /// <exception cref="InputException">A value is not allowed.</exception>
    public static EfficientNetOptions Read(OptionReader reader)
    {
        var mini = ImageTask.IsMini(reader);
        var task = ImageTask.Read(reader, mini ? ImageTask.Mini : ImageTask.ImageNet);
        var table = ImageTask.Table(reader, mini ? Mini : Paper, EfficientNetStage.Columns);
        return new EfficientNetOptions(
            task,
            (int)reader.Integer("stem", mini ? 12 : 32, "Channels of the stem at width 1.", 1, 4096),
            EfficientNetStage.Parse(table),
            (int)reader.Integer("divisor", mini ? 4 : 8, "Channels are rounded to a multiple of it.", 1, 1024),
            Numbers("widths", mini ? "1/1.25/1.5/2" : "1/1.1/1.2/1.4/1.6/1.8/2", "Choices of the width multiplier."),
            Numbers("depths", mini ? "1/1.5/2" : "1/1.1/1.2/1.4/1.8/2.2/2.6/3.1", "Choices of the depth multiplier."),
            MacroTable.Parse(
                reader.Text("resolutions", mini ? "20/24/28/32" : "224/240/260/300/380/456/528/600", "Choices of the resolution, pixels."),
                "resolutions")[0].Integers("resolutions"),
            table == Paper);

        ImmutableArray<double> Numbers(string name, string fallback, string summary) =>
            MacroTable.Parse(reader.Text(name, fallback, summary), name)[0].Numbers(name);
    }
}
