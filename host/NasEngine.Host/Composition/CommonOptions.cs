using System.CommandLine;

namespace NasEngine.Host.Composition;

/// <summary>Options that several commands share.</summary>
internal static class CommonOptions
{
    public const string DefaultWorkspace = ".nas";

    public static Option<string> Workspace { get; } = new("--workspace", "-w")
    {
        Description = "Folder of the journal, checkpoints and results.",
        DefaultValueFactory = _ => DefaultWorkspace,
        Recursive = true,
        HelpName = "DIR",
    };

    public static Option<bool> Json { get; } = new("--json")
    {
        Description = "Print one JSON object as the last line; progress goes to the error stream.",
    };

    public static Option<bool> Verbose { get; } = new("--verbose")
    {
        Description = "Show the stack trace of an error.",
        Recursive = true,
    };

    public static Option<string[]> Plugins { get; } = new("--plugins")
    {
        Description = "Further manifest of plugins (plugins.json); may be given more than once.",
        Recursive = true,
        HelpName = "FILE",
    };

    public static Option<string?> Data { get; } = new("--data")
    {
        Description = "Folder of IDX files, plain or .gz, instead of the data set's own.",
        HelpName = "DIR",
    };
}
