using System.Diagnostics;
using NasEngine.Contracts;

namespace NasEngine.Extensibility.Recipes;

/// <summary>Where in a recipe an exception came from.</summary>
internal static class RecipeFailure
{
    private const int Reach = 40;

    /// <summary>
    /// The failure as one sentence with the place in the recipe, or the exception itself when that is no affair of the recipe's. The
    /// place is the statement that it came from, or in it the line with the word that is wrong.
    /// </summary>
    public static Exception Explain(Exception failure, System.Reflection.Assembly recipe, RecipeSource source)
    {
        var place = new StackTrace(failure, fNeedFileInfo: true).GetFrames()
            .FirstOrDefault(frame => frame.GetFileName() is not null && frame.GetMethod()?.Module.Assembly == recipe);
        if (place is null || failure is InputException { Word: "" })
        {
            return failure;
        }

        var (file, line) = (place.GetFileName()!, place.GetFileLineNumber());
        return failure is InputException { Word: var word }
            ? new InputException(
                $"{RecipePath.Show(file)}:{(file == source.Path ? LineOf(word, source.Text, line) : line)}: {failure.Message}", failure)
            : new InputException(
                $"{RecipePath.Show(file)}:{line}: the recipe failed here: {failure.Message} ({failure.GetType().Name})", failure);
    }

    private static int LineOf(string? word, string text, int statement)
    {
        if (word is not { Length: > 0 })
        {
            return statement;
        }

        var lines = text.Split('\n');
        return Enumerable.Range(statement, Reach).FirstOrDefault(
            line => line <= lines.Length && lines[line - 1].Contains(word, StringComparison.OrdinalIgnoreCase), statement);
    }
}
