using System.CommandLine;
using System.CommandLine.Completions;
using System.Globalization;
using NasEngine.Host.Output;

namespace NasEngine.Host.Commands.Help;

/// <summary>
/// Help of a command: examples first, then how it is called, its arguments and its options in groups. Pure: tested as text.
/// </summary>
internal static class HelpText
{
    private const int WidestName = 34;
    private const string Indent = "  ";

    /// <summary>The lines.</summary>
    /// <param name="command">The command.</param>
    /// <param name="width">Columns of the terminal.</param>
    public static IEnumerable<string> Of(Command command, int width)
    {
        var name = NameOf(command);
        List<string> lines = [.. TextWrap.Of(command is RootCommand ? command.Description! : $"{name}: {command.Description}", "", width)];
        Section(lines, "Examples", Examples.Of(name).Select(example => (example.Line, example.What)), width);
        lines.AddRange(["", "Usage", Indent + Usage(command)]);
        foreach (var (title, commands) in HelpGroups.Of(command.Subcommands))
        {
            Section(lines, title, commands.Select(one => (Call(one), one.Description ?? "")), width);
        }

        Section(
            lines, "Arguments", command.Arguments.Where(one => !one.Hidden).Select(one => ($"<{one.Name}>", one.Description ?? "")), width);
        foreach (var (title, options) in HelpGroups.Of(OptionsOf(command)))
        {
            Section(lines, title, options.Select(option => (Call(option), Described(option))), width);
        }

        return lines;
    }

    /// <summary>The whole name of a command: <c>nas plugins show</c>.</summary>
    public static string NameOf(Command command) => command is RootCommand ? "nas"
        : $"{(command.Parents.OfType<Command>().FirstOrDefault() is { } parent ? NameOf(parent) : "nas")} {command.Name}";

    /// <summary>Its own options, and those that all commands have.</summary>
    public static IEnumerable<Option> OptionsOf(Command command) => command.Options.Concat(Above(command).SelectMany(
        above => above.Options.Where(option => option.Recursive))).Distinct();

    private static IEnumerable<Command> Above(Command command) => command.Parents.OfType<Command>().FirstOrDefault() is { } parent
        ? Above(parent).Prepend(parent)
        : [];

    private static string Usage(Command command) => string.Join(' ', new[] { NameOf(command), Arguments(command) }
        .Append(command.Subcommands.Any(one => !one.Hidden) ? "[command]" : "").Append("[options]").Where(word => word.Length > 0));

    private static string Call(Command command) =>
        string.Join(' ', new[] { command.Name, Arguments(command) }.Where(word => word.Length > 0));

    private static string Arguments(Command command) => string.Join(' ', command.Arguments.Where(one => !one.Hidden).Select(one =>
        (one.Arity.MinimumNumberOfValues == 0 ? $"[<{one.Name}>]" : $"<{one.Name}>") + (one.Arity.MaximumNumberOfValues > 1 ? "..." : "")));

    private static string Call(Option option)
    {
        var names =
            string.Join(", ", option.Aliases.Where(alias => !alias.StartsWith('/')).OrderBy(alias => alias.Length).Append(option.Name));
        return IsFlag(option) ? names : $"{names} <{ValueOf(option)}>";
    }

    /// <summary>What an option takes, in a word or as the words that it may be.</summary>
    public static string ValueOf(Option option) => option.HelpName
        ?? (option.GetCompletions(CompletionContext.Empty).Select(item => item.Label).ToArray() is { Length: > 0 } words
            ? string.Join('|', words)
            : option.Name.TrimStart('-'));

    private static string Described(Option option)
    {
        var text = option.Description ?? "";
        return IsFlag(option) || !option.HasDefaultValue || text.Contains("(default", StringComparison.Ordinal)
            || Convert.ToString(option.GetDefaultValue(), CultureInfo.InvariantCulture) is not { Length: > 0 } value
            || option.ValueType.IsArray ? text : $"{text.TrimEnd('.')} (default: {value}).";
    }

    private static bool IsFlag(Option option) => option.ValueType == typeof(bool) || option.Arity.MaximumNumberOfValues == 0;

    private static void Section(List<string> lines, string title, IEnumerable<(string Name, string Text)> entries, int width)
    {
        var all = entries.ToArray();
        if (all.Length == 0)
        {
            return;
        }

        lines.AddRange(["", title]);
        var column = Math.Min(WidestName, all.Max(entry => entry.Name.Length)) + 2;
        foreach (var (name, text) in all)
        {
            var wrapped = TextWrap.Of(text, new string(' ', Indent.Length + column), width).ToArray();
            if (name.Length + 2 > column)
            {
                lines.Add(Indent + name);
                lines.AddRange(wrapped);
            }
            else
            {
                lines.Add((Indent + name.PadRight(column) + (wrapped.Length > 0 ? wrapped[0].TrimStart() : "")).TrimEnd());
                lines.AddRange(wrapped.Skip(1));
            }
        }
    }
}
