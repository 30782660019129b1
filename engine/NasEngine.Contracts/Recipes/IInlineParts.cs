namespace NasEngine.Contracts.Recipes;

/// <summary>Takes parts that are written in a recipe, as plugins are taken that are written elsewhere.</summary>
public interface IInlineParts
{
    /// <summary>
    /// The part as a search's definition has it: by its name, the hash of the code that it reaches, and the values of the recipe's
    /// variables that it uses, as options.
    /// </summary>
    /// <param name="kind">The interface that it is made as.</param>
    /// <param name="written">A lambda that makes it or is it, its type, or an instance of it.</param>
    /// <param name="options">Options for its constructor, of a type.</param>
    /// <exception cref="InputException">It uses what is not there where it runs; the message says what and what to do.</exception>
    ComponentSpec Define(Type kind, object written, OptionBag options);
}
