using NasEngine.Contracts;
using NasEngine.Spaces.Mobile.EfficientNet;
using NasEngine.Spaces.Mobile.MnasNet;
using NasEngine.Spaces.Mobile.MobileNet;
using NasEngine.Spaces.Mobile.TfNas;

namespace NasEngine.Spaces.Mobile;

/// <summary>Spaces of mobile networks built from inverted residuals.</summary>
public sealed class MobilePlugin : IPlugin
{
    /// <inheritdoc/>
    public void Register(IPluginRegistry registry)
    {
        registry.Space(
            "mobilenet-v2", "Widths, depths, kernels and expansions around MobileNetV2 (arXiv 1801.04381)",
            MobileNetOptions.Read, options => new MobileNetSpace(options));
        registry.Space(
            "mnasnet", "MnasNet's factorised hierarchical space (arXiv 1807.11626)",
            MnasNetOptions.Read, options => new MnasNetSpace(options));
        registry.Space(
            "efficientnet", "Compound scaling of EfficientNet-B0: width, depth and resolution (arXiv 1905.11946)",
            EfficientNetOptions.Read, options => new EfficientNetSpace(options));
        registry.Space(
            "tf-nas", "TF-NAS: eight operations, depth per stage, width by channel (arXiv 2008.05314)",
            TfNasOptions.Read, options => new TfNasSpace(options));
    }
}
