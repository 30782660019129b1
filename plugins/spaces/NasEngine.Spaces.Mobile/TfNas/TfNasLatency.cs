using System.Globalization;
using NasEngine.Networks;

namespace NasEngine.Spaces.Mobile.TfNas;

/// <summary>The keys of the authors' latency tables, whose entries are whole blocks.</summary>
internal static class TfNasLatency
{
    /// <summary>The key of all that is fixed.</summary>
    public const string Base = "base";

    /// <summary>For each block, size, channels, attention, kernel, stride, non-linearity and width.</summary>
    public static IEnumerable<string> Keys(NetworkSpec network) => network.Nodes
        .Where(node => node.Stage.StartsWith("stage", StringComparison.Ordinal))
        .GroupBy(node => (node.Stage, node.Block))
        .Select(block => Key(network, [.. block]));

    private static string Key(NetworkSpec network, Node[] block)
    {
        var convolutions = block.Select(node => node.Operation).OfType<Convolution>().ToArray();
        var (input, depthwise) = (network.Nodes[block[0].Inputs[0]].Shape, convolutions[1]);
        var hidden = convolutions.Length > 3 ? convolutions[2].Out : 0;
        var activation = block.Select(node => node.Operation).OfType<Activation>().First().Kind;
        return string.Create(CultureInfo.InvariantCulture,
            $"MBInvertedResBlock_{input.Height}_{input.Channels}_{hidden}_{convolutions[^1].Out}"
            + $"_k{depthwise.Kernel}_s{depthwise.Stride}_{activation}/{depthwise.In}");
    }
}
