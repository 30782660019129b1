using NasEngine.Contracts;
using NasEngine.Extensibility.Recipes;
using NasEngine.Host.Composition;

namespace NasEngine.Host.Commands;

/// <summary>What a recipe says of itself.</summary>
internal static class RecipeHelp
{
    public static async Task PrintAsync(string recipe)
    {
        var description = await new RecipeRunner(UserFolders.Cache("recipes")).DescribeAsync(recipe).ConfigureAwait(false);
        Console.WriteLine(description.Summary);
        Console.WriteLine("Parameters (--set NAME=VALUE):");
        var widest = description.Parameters.Select(parameter => parameter.Name.Length).DefaultIfEmpty().Max();
        foreach (var parameter in description.Parameters)
        {
            Console.WriteLine($"  {parameter.Name.PadRight(widest)}  {parameter.Summary} ({Kind(parameter)}, default {parameter.Default})");
        }
    }

    private static string Kind(OptionDescription parameter) =>
        parameter.Range.Length > 0 ? $"{parameter.Type} {parameter.Range}" : parameter.Type;
}
