using System.Collections.Immutable;
using NasEngine.Contracts;
using NasEngine.Networks;

namespace NasEngine.Spaces.Mobile.TfNas;

/// <summary>Options of <see cref="TfNasSpace"/>.</summary>
/// <param name="Task">Images and classes.</param>
/// <param name="Stem">Channels of the 3×3 stem of stride 2.</param>
/// <param name="Second">Output channels of the fixed first inverted residual.</param>
/// <param name="Stages">The searched stages.</param>
/// <param name="Head">Channels of the last 1×1 convolution.</param>
/// <param name="Sinks">Whether a stage has a depth; otherwise blocks after its first may be skipped.</param>
public sealed record TfNasOptions(ImageTask Task, int Stem, int Second, ImmutableArray<TfNasStage> Stages, int Head, bool Sinks)
{
    private const string Paper = "24 2 2 relu; 40 3 2 swish; 80 4 2 swish; 112 4 1 swish; 192 4 2 swish; 320 1 1 swish";

    private const string Mini = "12 2 1 relu; 16 2 2 swish; 24 3 1 swish; 32 2 2 swish";

    /// <summary>Reads the options.</summary>
    /// <exception cref="InputException">A value is not allowed.</exception>
    public static TfNasOptions Read(OptionReader reader)
    {
        var mini = ImageTask.IsMini(reader);
        var task = ImageTask.Read(reader, mini ? ImageTask.Mini : ImageTask.ImageNet);
        var table = ImageTask.Table(reader, mini ? Mini : Paper, TfNasStage.Columns);
        return new TfNasOptions(
            task,
            (int)reader.Integer("stem", mini ? 12 : 32, "Channels of the stem.", 1, 4096),
            (int)reader.Integer("second", mini ? 8 : 16, "Output channels of the fixed first block.", 1, 4096),
            TfNasStage.Parse(table),
            (int)reader.Integer("head", mini ? 96 : 1280, "Channels of the last 1×1 convolution.", 1, 65536),
            reader.Flag("sinkConnecting", true,
                "Gives each stage a depth, to whose block its output is connected (TF-NAS, section 3.3); false for a ninth operation "
                + "'skip' in every block after the first of a stage instead, as spaces had it before."));
    }
}
