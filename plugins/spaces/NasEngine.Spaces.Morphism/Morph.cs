using NasEngine.Contracts;

namespace NasEngine.Spaces.Morphism;

/// <summary>A change of a network that can keep its function.</summary>
/// <param name="Kind">What changes.</param>
/// <param name="Stage">Number of the stage, from 0.</param>
/// <param name="Layer">Number of the layer in the stage, from 0; the new layer's when deepening.</param>
/// <param name="Architecture">The changed architecture.</param>
public sealed record Morph(MorphKind Kind, int Stage, int Layer, Architecture Architecture);

/// <summary>Kinds of function-preserving change.</summary>
public enum MorphKind
{
    /// <summary>
    /// More channels: units are copied and the next layer's incoming weights divided (Net2Net). Layers whose outputs are added are widened
    /// together.
    /// </summary>
    Widen,

    /// <summary>One more layer at a stage's end: identity kernel and identity batch norm (Net2Net).</summary>
    Deepen,

    /// <summary>A larger kernel with zeros around the old one (network morphism, arXiv 1603.01670).</summary>
    Kernel,

    /// <summary>
    /// The layer's input is added to its output, with a scale per channel that begins at 0 (Elsken et al., arXiv 1711.04528, section 3).
    /// </summary>
    Skip,
}
