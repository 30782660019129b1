using System.CommandLine;
using System.CommandLine.Parsing;
using NasEngine.Contracts;
using NasEngine.Host.Commands.Help;

namespace NasEngine.Host.Commands;

/// <summary>What is wrong with a command line, in one line.</summary>
internal static class UsageErrors
{
    /// <summary>Refuses a command line that cannot be.</summary>
    /// <exception cref="InputException">
    /// A word is none of the command's, one is missing, a value is empty, or one that its option or argument does not take.
    /// </exception>
    public static void ThrowIfAny(ParseResult parsed)
    {
        var command = parsed.CommandResult.Command;
        if (parsed.UnmatchedTokens is [var stray, ..])
        {
            var instead = Suggest.Instead(stray, Known(command, parsed.RootCommandResult.Command));
            throw new InputException($"'{stray}' is no command or option of '{HelpText.NameOf(command)}': {instead}");
        }

        var empty = parsed.CommandResult.Children.Select(Empty).FirstOrDefault(found => found is not null);
        if (empty is null && parsed.Errors.Count > 0 && MissingWords.Of(parsed.CommandResult) is { } missing)
        {
            throw new InputException(missing);
        }

        if ((empty ?? parsed.Errors.Select(Message).FirstOrDefault()) is { } wrong)
        {
            throw new InputException($"{wrong} '{HelpText.NameOf(command)} --help' lists what there is.");
        }
    }

    /// <summary>A value of nothing is none: <c>--to ""</c>, as a variable of a shell gives that is not set.</summary>
    private static string? Empty(SymbolResult result) =>
        !result.Tokens.Any(token => string.IsNullOrWhiteSpace(token.Value)) ? null : result switch
    {
        OptionResult { Option: var option } => $"The value of {option.Name} is empty; give {option.HelpName ?? "one"}.",
        ArgumentResult { Argument: var argument } => $"The {argument.Name} that is given is empty.",
        _ => null,
    };

    private static string Message(ParseError error)
    {
        var lines = error.Message.Split('\n', StringSplitOptions.TrimEntries | StringSplitOptions.RemoveEmptyEntries);
        return string.Join(", ", lines).Replace(":,", ":", StringComparison.Ordinal).TrimEnd('.') + ".";
    }

    private static IEnumerable<string> Known(Command command, Command root) => command.Subcommands.Cast<Symbol>()
        .Concat(command.Options)
        .Concat(root.Options.Where(option => option.Recursive))
        .Where(symbol => !symbol.Hidden)
        .Select(symbol => symbol.Name)
        .Distinct();
}
