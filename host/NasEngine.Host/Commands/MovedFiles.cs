using System.CommandLine;
using NasEngine.Host.Composition;

namespace NasEngine.Host.Commands;

/// <summary>The option <c>--set</c> of commands that go on with searches: where a file lies now that the journal has elsewhere.</summary>
internal static class MovedFiles
{
    /// <summary>It.</summary>
    public static Option<string[]> Set { get; } = new("--set")
    {
        Description = "Where a file lies now that the search reads, by the option that names it, such as table=FILE; it must hold what it "
            + "held.",
        HelpName = "NAME=FILE",
    };

    /// <summary>How the search is to be run, with the files at their places.</summary>
    /// <exception cref="Contracts.InputException">A value that cannot be.</exception>
    public static LaunchOptions Read(ParseResult parsed) => LaunchArguments.Read(parsed) with
    {
        Files = NamedValues.Parse(parsed.GetValue(Set) ?? [], "File"),
    };
}
