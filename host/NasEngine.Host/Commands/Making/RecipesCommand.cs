using System.CommandLine;
using NasEngine.Extensibility.Recipes;
using NasEngine.Host.Composition;
using NasEngine.Host.Output;

namespace NasEngine.Host.Commands.Making;

/// <summary><c>nas recipes</c>: the recipes that come with the program.</summary>
internal static class RecipesCommand
{
    private const int Least = 20;

    public static Command Create()
    {
        var command = new Command("recipes", "List the recipes that come with the program.") { CommonOptions.Json };
        command.SetAction(Run);
        return command;
    }

    private static int Run(ParseResult parsed)
    {
        var screen = Screen.Of(parsed);
        var recipes = ShippedRecipes.Paths
            .Select(path => (
                Path: Shown(path), Name: ShippedRecipes.NameOf(path), Summary: RecipeDescription.SummaryOf(File.ReadAllText(path))))
            .ToArray();
        if (parsed.GetValue(CommonOptions.Json))
        {
            screen.Line(JsonText.Write(json =>
            {
                json.WriteStartArray("recipes");
                foreach (var (path, name, summary) in recipes)
                {
                    json.WriteStartObject();
                    json.WriteString("name", name);
                    json.WriteString("path", path);
                    json.WriteString("summary", summary);
                    json.WriteEndObject();
                }

                json.WriteEndArray();
            }));
            return ExitCode.Done;
        }

        var widest = recipes.Max(recipe => recipe.Name.Length);
        screen.Lines(recipes.Select(recipe =>
            $"{recipe.Name.PadRight(widest)}  {Cut(recipe.Summary, Math.Max(Least, screen.Width - widest - 2))}"));
        screen.Line("nas run NAME runs one; nas run NAME --help lists its parameters.");
        return ExitCode.Done;
    }

    /// <summary>As a user would write it from here.</summary>
    private static string Shown(string path) => Path.GetRelativePath(Environment.CurrentDirectory, path) is var near
        && !near.StartsWith("..", StringComparison.Ordinal) ? near : path;

    private static string Cut(string text, int width) => text.Length <= width ? text : text[..(width - 1)] + "…";
}
