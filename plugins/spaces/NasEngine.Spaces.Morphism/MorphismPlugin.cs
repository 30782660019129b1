using NasEngine.Contracts;

namespace NasEngine.Spaces.Morphism;

/// <summary>The space of networks that grow.</summary>
public sealed class MorphismPlugin : IPlugin
{
    /// <inheritdoc/>
    public void Register(IPluginRegistry registry) => registry.Space(
        "morphism", "Networks that grow: widen, deepen, larger kernels, skips (Net2Net, arXiv 1511.05641)",
        MorphismOptions.Read, options => new MorphismSpace(options));
}
