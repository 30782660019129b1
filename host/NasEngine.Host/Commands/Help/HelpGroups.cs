using System.CommandLine;

namespace NasEngine.Host.Commands.Help;

/// <summary>How help groups commands and options.</summary>
internal static class HelpGroups
{
    private static readonly (string Title, string[] Names)[] Commands =
    [
        ("Search", ["run", "resume", "ask", "tell", "enqueue", "worth", "retrain", "slice"]),
        ("Look", ["list", "show", "watch", "trials", "best", "pareto", "compare", "logs", "report", "serve"]),
        ("Act", ["stop", "pause", "note", "rename", "delete", "export"]),
        ("Parts and machine", ["new", "recipes", "plugins", "space", "profile", "data", "import", "study", "doctor", "completion"]),
        ("Other machines", ["worker", "cluster", "nodes"]),
    ];

    private static readonly (string Title, string[] Names)[] Options =
    [
        ("Options", []),
        ("Workers", ["--workers", "--threads-per-worker", "--isolation", "--device"]),
        ("Other machines", ["--cluster", "--join", "--slots", "--tags", "--name", "--host", "--certificate", "--no-tls", "--cache-gib"]),
        ("Limits", ["--job-minutes", "--job-memory", "--failures", "--silence-seconds", "--strategy-minutes", "--checkpoint-seconds"]),
        ("Files and plugins", ["--data", "--set", "--plugins", "--accept-plugins", "--watch-plugins"]),
        ("Everywhere", ["--workspace", "--json", "--verbose", "--help", "--version"]),
    ];

    /// <summary>Commands in groups, in the order of the groups; those of none come last.</summary>
    public static IEnumerable<(string Title, Command[] Commands)> Of(IEnumerable<Command> commands)
    {
        var left = commands.Where(command => !command.Hidden).ToList();
        foreach (var (title, names) in Commands)
        {
            var group =
                left.Where(command => names.Contains(command.Name)).OrderBy(command => Array.IndexOf(names, command.Name)).ToArray();
            left.RemoveAll(command => group.Contains(command));
            if (group.Length > 0)
            {
                yield return (title, group);
            }
        }

        if (left.Count > 0)
        {
            yield return ("More", [.. left]);
        }
    }

    /// <summary>Options in groups; those of no other come first.</summary>
    public static IEnumerable<(string Title, Option[] Options)> Of(IEnumerable<Option> options)
    {
        var all = options.Where(option => !option.Hidden).ToArray();
        foreach (var (title, names) in Options)
        {
            var group = names.Length == 0
                ? all.Where(option => !Options.Any(other => other.Names.Contains(option.Name))).ToArray()
                : all.Where(option => names.Contains(option.Name)).OrderBy(option => Array.IndexOf(names, option.Name)).ToArray();
            if (group.Length > 0)
            {
                yield return (title, group);
            }
        }
    }
}
