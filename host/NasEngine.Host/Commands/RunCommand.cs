using System.CommandLine;
using NasEngine.Extensibility.Recipes;
using NasEngine.Host.Composition;
using NasEngine.Host.Output;
using NasEngine.Host.Planning;

namespace NasEngine.Host.Commands;

/// <summary><c>nas run RECIPE.csx</c>: runs a recipe, or goes on with what it began.</summary>
internal static class RunCommand
{
    /// <summary>The recipe's path.</summary>
    public static Argument<string> Recipe { get; } =
        new("recipe")
        {
            Description = "A C# script (.csx), or the name of one that comes with the program; with --help, its parameters are listed.",
        };

    private static readonly Option<string[]> Set = new("--set")
    {
        Description = "Sets a parameter of the recipe; may be given more than once.",
        HelpName = "NAME=VALUE",
    };

    private static readonly Option<bool> Parameters = new("--parameters")
    {
        Description = "List the recipe's parameters and stop.",
    };

    private static readonly Option<bool> DryRun = new("--dry-run")
    {
        Description = "Say what it would do and how long that takes, by a short measurement, and stop; nothing is written.",
    };

    public static Command Create()
    {
        var command = new Command("run", "Run a recipe. Run again, it goes on where it was or returns what it found.")
        {
            Recipe,
            Set,
            Parameters,
            DryRun,
            CommonOptions.Json,
        };
        LaunchArguments.AddTo(command);
        command.SetAction(RunAsync);
        return command;
    }

    private static async Task<int> RunAsync(ParseResult parsed, CancellationToken cancellation)
    {
        var recipe = ShippedRecipes.PathOf(parsed.GetValue(Recipe)!);
        if (parsed.GetValue(Parameters))
        {
            await RecipeHelp.PrintAsync(recipe).ConfigureAwait(false);
            return ExitCode.Done;
        }

        using var interrupts = new Interrupts();
        if (parsed.GetValue(DryRun))
        {
            return await PlanAsync(recipe, parsed, interrupts.Token).ConfigureAwait(false);
        }

        return await JsonRun.RunAsync(parsed, () => Open(recipe, parsed), async searches =>
        {
            await new RecipeRunner(UserFolders.Cache("recipes"), searches.Parts.Take)
                .RunAsync(recipe, NamedValues.Parse(parsed.GetValue(Set) ?? [], "Parameter"), searches, interrupts.Token).ConfigureAwait(
                    false);
            if (searches.Done is [])
            {
                Console.Error.WriteLine($"Recipe '{recipe}' ran no search; one is run by: await Search(\"name\")….RunAsync();");
            }
        }).ConfigureAwait(false);
    }

    private static async Task<int> PlanAsync(string recipe, ParseResult parsed, CancellationToken cancellation)
    {
        var (launch, workspace) = (LaunchArguments.Read(parsed), parsed.GetValue(CommonOptions.Workspace)!);
        var services = HostServices.Open(launch.Plugins);
        using var parts = new RecipeParts(workspace, services.Catalog);
        var planning = new PlanningRunner(workspace, services, launch, TimeProvider.System);
        try
        {
            await new RecipeRunner(UserFolders.Cache("recipes"), parts.Take)
                .RunAsync(recipe, NamedValues.Parse(parsed.GetValue(Set) ?? [], "Parameter"), planning, cancellation).ConfigureAwait(false);
        }
        catch (PlanningRunner.PlannedException)
        {
            // What comes after the first searches needs what they find.
        }

        var screen = Screen.Of(parsed);
        screen.Lines(parsed.GetValue(CommonOptions.Json) ? [PlanJson.Of(planning.Plans)] : planning.Plans.SelectMany(PlanText.Of));
        return ExitCode.Done;
    }

    private static HostSearchRunner Open(string recipe, ParseResult parsed)
    {
        var launch = LaunchArguments.Read(parsed);
        return new HostSearchRunner(
            parsed.GetValue(CommonOptions.Workspace)!, HostServices.Open(launch.Plugins), launch, parsed.GetValue(CommonOptions.Json),
            Path.GetFullPath(recipe), TimeProvider.System);
    }
}
