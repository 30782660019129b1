using NasEngine.Contracts;

namespace NasEngine.Networks;

/// <summary>Options of the rules <c>importance</c> and <c>uniform</c>.</summary>
/// <param name="ChoiceGradients">
/// Whether each trained mixture also reports the gradient of its own training loss by its weights, at some cost: for methods
/// that learn architecture and weights on the same batch.
/// </param>
internal sealed record RouteAveragingOptions(bool ChoiceGradients)
{
    /// <summary>Reads them.</summary>
    public static RouteAveragingOptions Read(OptionReader options) => new(
        options.Flag("choiceGradients", false, "Also report the gradients of the training losses by the weights of mixtures"));
}
