using NasEngine.Contracts;

namespace NasEngine.Spaces.Mlp;

/// <summary>Spaces of networks without convolutions.</summary>
public sealed class MlpPlugin : IPlugin
{
    /// <inheritdoc/>
    public void Register(IPluginRegistry registry)
    {
        registry.Space(
            "mlp", "Multi-layer perceptrons for tables and small images: depth, widths, non-linearity",
            MlpOptions.Read, options => new MlpSpace(options));
        registry.Space(
            "tabular", "Networks for tables: depth, width, and per block plain, residual or gated and its inner width",
            TabularOptions.Read, options => new TabularSpace(options));
    }
}
