using NasEngine.Extensibility.Recipes;

namespace NasEngine.Host.Commands;

/// <summary>What a recipe says of itself.</summary>
internal static class RecipeHelp
{
    public static async Task PrintAsync(RecipeRunner runner, string recipe)
    {
        var description = await runner.DescribeAsync(recipe).ConfigureAwait(false);
        Console.WriteLine(description.Summary);
        Console.WriteLine("Parameters (--set NAME=VALUE):");
        foreach (var parameter in description.Parameters)
        {
            Console.WriteLine($"  {parameter.Name,-20} {parameter.Summary} ({parameter.Type}{(parameter.Range.Length > 0 ? " " + parameter.Range : "")}, default {parameter.Default})");
        }
    }
}
