using System.Collections.Immutable;
using NasEngine.Networks;

namespace NasEngine.Designs.Accelerators;

/// <summary>
/// The matrix products of a network: its convolutions, linear layers and recurrent cells, in order; nothing else takes the array.
/// </summary>
public static class NetworkLayers
{
    /// <summary>Those of a network.</summary>
    public static ImmutableArray<Gemm> Of(NetworkSpec network) =>
    [
        .. network.Nodes.SelectMany(node => node.Operation switch
        {
            Convolution conv => [Layer(conv, node.Shape, network.Nodes[node.Inputs[0]].Shape)],
            Linear linear => [new Gemm(linear.Key, 1, linear.In, linear.Out, 1, linear.In)],
            Recurrent recurrent => Cell(recurrent, (long)node.Shape.Height * node.Shape.Width),
            _ => Array.Empty<Gemm>(),
        }),
    ];

    /// <summary>What the input brings to all places is one product; the nodes wait for the place before theirs.</summary>
    private static Gemm[] Cell(Recurrent recurrent, long places) =>
    [
        .. recurrent.Weights.Select((weight, i) => i == 0
            ? new Gemm(weight.Name, places, recurrent.In, weight.Shape[0], 1, places * recurrent.In)
            : new Gemm(weight.Name, 1, recurrent.Channels, weight.Shape[0], 1, recurrent.Channels, places)),
    ];

    private static Gemm Layer(Convolution conv, FeatureShape output, FeatureShape input)
    {
        var area = (long)conv.KernelSize.Height * conv.KernelSize.Width;
        return new Gemm(
            conv.Key,
            (long)output.Height * output.Width,
            area * conv.In / conv.Groups,
            conv.Out / conv.Groups,
            area,
            input.Count / conv.Groups,
            conv.Groups);
    }
}
