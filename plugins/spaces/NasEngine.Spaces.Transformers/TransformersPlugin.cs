using NasEngine.Contracts;

namespace NasEngine.Spaces.Transformers;

/// <summary>Spaces of transformers: of sequences and of images.</summary>
public sealed class TransformersPlugin : IPlugin
{
    /// <inheritdoc/>
    public void Register(IPluginRegistry registry)
    {
        registry.Space(
            "sequence", "Texts and tokens: depth, width, and per layer attention or a convolution, and the size of its MLP",
            SequenceOptions.Read, options => new SequenceSpace(options));
        registry.Space(
            "autoformer", "AutoFormer's vision transformers (arXiv 2107.00651): embedding, depth, heads and MLP ratio",
            AutoFormerOptions.Read, options => new AutoFormerSpace(options));
    }
}
