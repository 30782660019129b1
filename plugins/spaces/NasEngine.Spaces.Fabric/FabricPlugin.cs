using NasEngine.Contracts;

namespace NasEngine.Spaces.Fabric;

/// <summary>The space of convolutional neural fabrics.</summary>
public sealed class FabricPlugin : IPlugin
{
    /// <inheritdoc/>
    public void Register(IPluginRegistry registry)
    {
        registry.Space(
            "fabric", "Paths through a trellis of layers and scales (Convolutional Neural Fabrics, arXiv 1606.02492)",
            FabricOptions.Read, options => new FabricSpace(options));
        registry.Space(
            "whole-fabric", "The whole trellis of layers and scales as one network (Convolutional Neural Fabrics, arXiv 1606.02492)",
            FabricOptions.Read, options => new WholeFabricSpace(options));
    }
}
