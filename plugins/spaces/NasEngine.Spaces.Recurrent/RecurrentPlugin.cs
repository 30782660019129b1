using NasEngine.Contracts;

namespace NasEngine.Spaces.Recurrent;

/// <summary>Spaces of recurrent cells.</summary>
public sealed class RecurrentPlugin : IPlugin
{
    /// <inheritdoc/>
    public void Register(IPluginRegistry registry) => registry.Space(
        "enas-rnn", "ENAS's recurrent cells (arXiv 1802.03268) for texts and tokens: what each node reads, and its non-linearity",
        EnasRnnOptions.Read, options => new EnasRnnSpace(options));
}
