using System.CommandLine;
using NasEngine.Host.Composition;
using NasEngine.Host.Output;

namespace NasEngine.Host.Commands.Reading;

/// <summary>What commands that read a search have in common: they open it, take what they show, and print an object or lines.</summary>
internal static class ReadingCommand
{
    /// <summary>Reads and prints.</summary>
    /// <param name="parsed">The command line, with a search and <c>--json</c>.</param>
    /// <param name="read">Takes from the search what is shown.</param>
    /// <param name="json">The object.</param>
    /// <param name="lines">The lines, for so many columns.</param>
    public static int Run<T>(
        ParseResult parsed,
        Func<OpenedSearch, T> read,
        Func<OpenedSearch, T, string> json,
        Func<OpenedSearch, T, int, IEnumerable<string>> lines)
    {
        using var opened = OpenedSearch.Of(parsed);
        var found = read(opened);
        var screen = Screen.Of(parsed);
        screen.Lines(parsed.GetValue(CommonOptions.Json) ? [json(opened, found)] : lines(opened, found, screen.Width));
        return ExitCode.Done;
    }
}
