namespace NasEngine.Contracts.Recipes;

/// <summary>Takes none.</summary>
internal sealed class NoInlineParts : IInlineParts
{
    /// <inheritdoc/>
    public ComponentSpec Define(Type kind, object written, OptionBag options) => throw new InputException(
        "This program takes no parts that are written in recipes; give the id of one that a plugin offers.");
}
