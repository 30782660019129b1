using System.CommandLine;
using NasEngine.Contracts;

namespace NasEngine.Host.Commands;

/// <summary>What is wrong with a command line, in one line.</summary>
internal static class UsageErrors
{
    public static string Say(ParseResult parsed)
    {
        var command = parsed.CommandResult.Command;
        return parsed.UnmatchedTokens is [var stray, ..]
            ? $"'{stray}' is no command or option of '{Name(command)}': {Suggest.Instead(stray, Known(command, parsed.RootCommandResult.Command))}"
            : $"{parsed.Errors[0].Message.ReplaceLineEndings(" ")} '{Name(command)} --help' lists what there is.";
    }

    private static string Name(Command command) => command is RootCommand ? "nas"
        : $"{(command.Parents.OfType<Command>().FirstOrDefault() is { } parent ? Name(parent) : "nas")} {command.Name}";

    private static IEnumerable<string> Known(Command command, Command root) => command.Subcommands.Cast<Symbol>()
        .Concat(command.Options)
        .Concat(root.Options.Where(option => option.Recursive))
        .Where(symbol => !symbol.Hidden)
        .Select(symbol => symbol.Name)
        .Distinct();
}
