using NasEngine.Contracts;

namespace NasEngine.Extensibility.Recipes;

/// <summary>A recipe as help shows it.</summary>
/// <param name="Summary">The comment lines it begins with, joined.</param>
/// <param name="Parameters">What <c>--set</c> can change.</param>
public sealed record RecipeDescription(string Summary, IReadOnlyList<OptionDescription> Parameters);
