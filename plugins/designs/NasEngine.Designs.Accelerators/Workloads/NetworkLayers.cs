using System.Collections.Immutable;
using NasEngine.Networks;

namespace NasEngine.Designs.Accelerators;

/// <summary>The matrix products of a network: its convolutions and linear layers, in order; nothing else takes the array.</summary>
public static class NetworkLayers
{
    /// <summary>Those of a network.</summary>
    public static ImmutableArray<Gemm> Of(NetworkSpec network) =>
    [
        .. network.Nodes.Select(node => node.Operation switch
        {
            Convolution conv => Layer(conv, node.Shape, network.Nodes[node.Inputs[0]].Shape),
            Linear linear => new Gemm(linear.Key, 1, linear.In, linear.Out, 1, linear.In),
            _ => null,
        }).OfType<Gemm>(),
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
