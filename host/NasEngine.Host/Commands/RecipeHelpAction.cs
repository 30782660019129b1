using System.CommandLine;
using System.CommandLine.Help;
using System.CommandLine.Invocation;
using NasEngine.Host.Composition;

namespace NasEngine.Host.Commands;

/// <summary>Help of a command; where a recipe is given, its parameters too.</summary>
internal sealed class RecipeHelpAction(HelpAction usual, Argument<string> recipe) : AsynchronousCommandLineAction
{
    /// <inheritdoc/>
    public override bool ClearsParseErrors => true;

    /// <inheritdoc/>
    public override async Task<int> InvokeAsync(ParseResult parseResult, CancellationToken cancellationToken = default)
    {
        usual.Invoke(parseResult);
        if (parseResult.GetResult(recipe) is { Tokens: [var given, ..] })
        {
            await RecipeHelp.PrintAsync(given.Value).ConfigureAwait(false);
        }

        return ExitCode.Done;
    }
}
