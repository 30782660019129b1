using System.CommandLine;
using System.CommandLine.Parsing;
using System.Globalization;
using NasEngine.Contracts;
using NasEngine.Host.Commands.Help;

namespace NasEngine.Host.Commands;

/// <summary>What is wrong with a command line, in one line.</summary>
internal static class UsageErrors
{
    public static string Say(ParseResult parsed)
    {
        var command = parsed.CommandResult.Command;
        return parsed.UnmatchedTokens is [var stray, ..]
            ? $"'{stray}' is no command or option of '{HelpText.NameOf(command)}': {Suggest.Instead(stray, Known(command, parsed.RootCommandResult.Command))}"
            : $"{Message(parsed.Errors[0])} '{HelpText.NameOf(command)} --help' lists what there is.";
    }

    private static string Message(ParseError error) =>
        error.SymbolResult is OptionResult { Tokens: [.., var given] } result && NumberOf(result.Option) is { } number && !number.Reads(given.Value)
            ? $"'{given.Value}' of {result.Option.Name} is not {number.Name}."
            : string.Join(", ", error.Message.Split('\n', StringSplitOptions.TrimEntries | StringSplitOptions.RemoveEmptyEntries)).Replace(":,", ":", StringComparison.Ordinal).TrimEnd('.') + ".";

    private static (string Name, Func<string, bool> Reads)? NumberOf(Option option)
    {
        var type = Nullable.GetUnderlyingType(option.ValueType) ?? option.ValueType;
        return type == typeof(double) ? ("a number", text => double.TryParse(text, CultureInfo.InvariantCulture, out _))
            : type == typeof(int) || type == typeof(long) ? ("a whole number", text => long.TryParse(text, CultureInfo.InvariantCulture, out _))
            : null;
    }

    private static IEnumerable<string> Known(Command command, Command root) => command.Subcommands.Cast<Symbol>()
        .Concat(command.Options)
        .Concat(root.Options.Where(option => option.Recursive))
        .Where(symbol => !symbol.Hidden)
        .Select(symbol => symbol.Name)
        .Distinct();
}
