using NasEngine.Contracts;

namespace NasEngine.Spaces.Mlp;

/// <summary>The space of multi-layer perceptrons.</summary>
public sealed class MlpPlugin : IPlugin
{
    /// <inheritdoc/>
    public void Register(IPluginRegistry registry) => registry.Space(
        "mlp", "Multi-layer perceptrons for tables and small images: depth, widths, non-linearity",
        MlpOptions.Read, options => new MlpSpace(options));
}
