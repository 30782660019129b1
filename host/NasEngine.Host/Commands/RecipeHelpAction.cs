using System.CommandLine;
using System.CommandLine.Invocation;
using NasEngine.Host.Commands.Help;
using NasEngine.Host.Composition;
using NasEngine.Host.Output;

namespace NasEngine.Host.Commands;

/// <summary>Help of a command; where a recipe is given, its parameters too.</summary>
internal sealed class RecipeHelpAction(Argument<string> recipe) : AsynchronousCommandLineAction
{
    private const int Widest = 110;

    /// <inheritdoc/>
    public override bool ClearsParseErrors => true;

    /// <inheritdoc/>
    public override async Task<int> InvokeAsync(ParseResult parseResult, CancellationToken cancellationToken = default)
    {
        var screen = Screen.Of(parseResult);
        screen.Lines(HelpText.Of(parseResult.CommandResult.Command, Math.Min(Widest, screen.Width)));
        if (parseResult.GetResult(recipe) is { Tokens: [var given, ..] })
        {
            await RecipeHelp.PrintAsync(ShippedRecipes.PathOf(given.Value)).ConfigureAwait(false);
        }

        return ExitCode.Done;
    }
}
