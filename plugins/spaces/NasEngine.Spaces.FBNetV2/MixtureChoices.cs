using NasEngine.Networks;

namespace NasEngine.Spaces.FBNetV2;

/// <summary>What the decisions of a layer select; a setting with one choice selects it without a decision.</summary>
/// <param name="Channels">Output channels.</param>
/// <param name="Expansion">Number of the expansion ratio.</param>
/// <param name="Kernel">Number of the kernel size.</param>
/// <param name="Activation">Number of the non-linearity.</param>
/// <param name="Splits">Number of the attention.</param>
internal sealed record MixtureChoices(Selection Channels, Selection Expansion, Selection Kernel, Selection Activation, Selection Splits);
