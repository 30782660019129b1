using NasEngine.Contracts;

namespace NasEngine.Extensibility.Recipes;

/// <summary>A recipe as help shows it.</summary>
/// <param name="Summary">The comment lines it begins with, joined.</param>
/// <param name="Parameters">What <c>--set</c> can change.</param>
public sealed record RecipeDescription(string Summary, IReadOnlyList<OptionDescription> Parameters)
{
    /// <summary>The comment lines that a recipe begins with, joined.</summary>
    public static string SummaryOf(string text) => string.Join(' ', text.ReplaceLineEndings("\n").Split('\n')
        .TakeWhile(line => line.StartsWith("//", StringComparison.Ordinal))
        .Select(line => line.TrimStart('/').Trim()));
}
