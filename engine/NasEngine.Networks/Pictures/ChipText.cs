using System.Globalization;

namespace NasEngine.Networks.Pictures;

/// <summary>What an operation is called in a picture.</summary>
internal static class ChipText
{
    public static PictureChip Of(Node node) => node.Operation switch
    {
        Convolution { Groups: > 1 } conv when conv.Groups == conv.In => Chip(
            $"dw {Kernel(conv)}{Dilation(conv)}{Step(conv.Stride)}{(conv.Out > conv.In ? Arrow(conv.Out) : "")}{Bits(conv)}",
            ChipKind.Depthwise, conv.Stride),
        Convolution conv => Chip(
            $"conv {Kernel(conv)}{Dilation(conv)}{Step(conv.Stride)}{Arrow(conv.Out)}{Bits(conv)}", ChipKind.Convolution, conv.Stride),
        Linear linear => Chip($"linear{Arrow(linear.Out)}", ChipKind.Linear),
        Pool pool => Chip($"{(pool.Max ? "max" : "avg")} {pool.Kernel}×{pool.Kernel}{Step(pool.Stride)}", ChipKind.Pooling, pool.Stride),
        GlobalAveragePool => Chip("global avg", ChipKind.Pooling),
        Add => Chip($"add {node.Inputs.Length}", ChipKind.Join),
        Concat => Chip($"concat {node.Inputs.Length}{Arrow(node.Shape.Channels)}", ChipKind.Join),
        Scale => Chip("× gate", ChipKind.Attention),
        SplitSum split => Chip($"sum of {split.Radix} splits", ChipKind.Attention),
        SplitSoftmax split => Chip($"softmax of {split.Radix} splits", ChipKind.Attention),
        Embedding embedding => Chip($"{embedding.Tokens} tokens{Arrow(embedding.Size)}", ChipKind.Linear),
        Attention attention => Chip($"attention {attention.Heads}", ChipKind.Attention),
        TokenMean => Chip("mean of tokens", ChipKind.Pooling),
        Resize resize => Chip($"resize {resize.Height}×{resize.Width}", ChipKind.Other),
        Input => Chip($"image {node.Shape}", ChipKind.Other),
        var other => Chip(other.Kind, ChipKind.Other),
    };

    /// <summary>The nodes of a recurrent cell, what each reads behind it, and which of them make the state.</summary>
    public static IEnumerable<PictureChip> Of(Recurrent recurrent) =>
    [
        .. recurrent.Cell.Nodes.Select((node, i) => Chip(
            $"{i + 1} {RecurrentCell.Name(node.Function)} of {(node.Source == 0 ? "input, state" : $"{node.Source}")}", ChipKind.Linear)),
        Chip($"mean of {string.Join(", ", recurrent.Cell.LooseEnds)}{Arrow(recurrent.Channels)}", ChipKind.Join),
    ];

    private static PictureChip Chip(string text, ChipKind kind, int stride = 1) => new(text, kind, stride > 1);

    private static string Kernel(Convolution conv) =>
        string.Create(CultureInfo.InvariantCulture, $"{conv.KernelSize.Height}×{conv.KernelSize.Width}");

    private static string Dilation(Convolution conv) => conv.Dilation > 1 ? $" dil {conv.Dilation}" : "";

    private static string Bits(Convolution conv) => conv.Bits < Convolution.FloatBits ? $", {conv.Bits} bits" : "";

    private static string Step(int stride) => stride > 1 ? $" /{stride}" : "";

    private static string Arrow(int channels) => $" → {channels}";
}
