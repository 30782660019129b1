using System.Diagnostics;
using NasEngine.Contracts;

namespace NasEngine.Extensibility.Recipes;

/// <summary>Where in a recipe an exception came from.</summary>
internal static class RecipeFailure
{
    /// <summary>The failure as one sentence with the place in the recipe, or the exception itself when that is no affair of the recipe's.</summary>
    public static Exception Explain(Exception failure, System.Reflection.Assembly recipe)
    {
        var place = new StackTrace(failure, fNeedFileInfo: true).GetFrames()
            .FirstOrDefault(frame => frame.GetFileName() is not null && frame.GetMethod()?.Module.Assembly == recipe);
        return place is null
            ? failure
            : new InputException(
                $"{RecipePath.Show(place.GetFileName()!)}:{place.GetFileLineNumber()}: the recipe failed here: {failure.Message} ({failure.GetType().Name})", failure);
    }
}
