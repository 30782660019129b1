using System.CommandLine;
using System.CommandLine.Parsing;
using NasEngine.Host.Commands.Help;

namespace NasEngine.Host.Commands;

/// <summary>What a command line lacks, in a sentence that says what would be right.</summary>
internal static class MissingWords
{
    /// <summary>The sentence; null where nothing is missing.</summary>
    public static string? Of(CommandResult result)
    {
        var (command, name) = (result.Command, HelpText.NameOf(result.Command));
        return command.Arguments.Where(argument => IsShort(result.GetResult(argument), argument.Arity))
                .Select(argument => $"'{name}' needs <{argument.Name}>: {Clause(argument.Description)}").FirstOrDefault()
            ?? HelpText.OptionsOf(command).Where(option => result.GetResult(option) is { Implicit: false } given
                    && given.Tokens.Count < option.Arity.MinimumNumberOfValues)
                .Select(option => $"{option.Name} of '{name}' needs <{HelpText.ValueOf(option)}>: {Clause(option.Description)}")
                .FirstOrDefault()
            ?? command.Options.Where(option => option.Required && result.GetResult(option) is null or { Implicit: true })
                .Select(option => $"'{name}' needs {option.Name} <{HelpText.ValueOf(option)}>: {Clause(option.Description)}")
                .FirstOrDefault()
            ?? (command.Action is null && Commands(command) is { Length: > 0 } commands
                ? $"'{name}' needs one of its commands: {commands}."
                : null);
    }

    private static string Commands(Command command) =>
        string.Join(", ", command.Subcommands.Where(one => !one.Hidden).Select(one => one.Name));

    private static bool IsShort(ArgumentResult? result, ArgumentArity arity) => (result?.Tokens.Count ?? 0) < arity.MinimumNumberOfValues;

    /// <summary>A description as the end of a sentence: its first letter is small, but that of a word in capitals.</summary>
    private static string Clause(string? description) => description is [var first, var second, ..] && !char.IsUpper(second)
        ? char.ToLowerInvariant(first) + description[1..]
        : description ?? "";
}
