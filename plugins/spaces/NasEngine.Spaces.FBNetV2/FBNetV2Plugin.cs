using NasEngine.Contracts;

namespace NasEngine.Spaces.FBNetV2;

/// <summary>The spaces of FBNetV2 (arXiv 2004.05565) and FP-NAS (arXiv 2011.10949).</summary>
public sealed class FBNetV2Plugin : IPlugin
{
    /// <inheritdoc/>
    public void Register(IPluginRegistry registry)
    {
        foreach (var variant in Variant.All)
        {
            registry.Space(
                variant.Id, variant.Summary, reader => FBNetV2Options.Read(reader, variant), options => new FBNetV2Space(options));
        }
    }
}
