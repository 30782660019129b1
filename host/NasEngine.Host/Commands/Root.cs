using System.CommandLine;
using System.CommandLine.Help;
using NasEngine.Host.Commands.Asking;
using NasEngine.Host.Commands.Changing;
using NasEngine.Host.Commands.Clusters;
using NasEngine.Host.Commands.Datasets;
using NasEngine.Host.Commands.Help;
using NasEngine.Host.Commands.Importing;
using NasEngine.Host.Commands.Making;
using NasEngine.Host.Commands.Profiling;
using NasEngine.Host.Commands.Reading;
using NasEngine.Host.Commands.Running;
using NasEngine.Host.Commands.Space;
using NasEngine.Host.Commands.Studies;
using NasEngine.Host.Composition;

namespace NasEngine.Host.Commands;

/// <summary>The command line.</summary>
internal static class Root
{
    /// <summary>The command that asks for all others.</summary>
    private const string Completion = "completion";

    private static readonly Entry[] Commands =
    [
        new("run", RunCommand.Create),
        new("resume", ResumeCommand.Create),
        new("list", ListCommand.Create),
        new("show", ShowCommand.Create),
        new("trials", TrialsCommand.Create),
        new("best", BestCommand.Create),
        new("pareto", ParetoCommand.Create),
        new("compare", CompareCommand.Create),
        new("logs", LogsCommand.Create),
        new("report", ReportCommand.Create),
        new("watch", WatchCommand.Create),
        new("stop", ControlCommands.Stop),
        new("pause", ControlCommands.Pause),
        new("ask", AskCommand.Create),
        new("tell", TellCommand.Create),
        new("enqueue", EnqueueCommand.Create),
        new("rename", RenameCommand.Create),
        new("note", NoteCommand.Create),
        new("delete", DeleteCommand.Create),
        new("worth", WorthCommand.Create),
        new("retrain", RetrainCommand.Create),
        new("slice", SliceCommand.Create),
        new("export", ExportCommand.Create),
        new("new", NewCommand.Create),
        new("recipes", RecipesCommand.Create),
        new("plugins", PluginsCommand.Create),
        new("space", SpaceCommand.Create),
        new("profile", ProfileCommand.Create),
        new("data", DataCommand.Create),
        new("import", ImportCommand.Create),
        new("study", StudyCommand.Create),
        new("doctor", DoctorCommand.Create),
        new("serve", () => ServeCommand.Create()),
        new(Completion, CompletionCommand.Create),
        new("worker", WorkerCommand.Create),
        new("cluster", ClusterCommand.Create),
        new("nodes", NodesCommand.Create),
    ];

    /// <summary>What a command line needs of it: the command that it begins with, or all. Making all takes a tenth of a start.</summary>
    /// <param name="args">The command line.</param>
    public static RootCommand For(string[] args)
    {
        var wanted = Array.Find(Commands, entry => entry.Name == args.FirstOrDefault());
        return wanted is null or { Name: Completion } ? Command() : Of([wanted.Create()]);
    }

    /// <summary>All commands.</summary>
    /// <param name="serve">The command of the web view; null for that of a program that cannot serve it.</param>
    public static RootCommand Command(Command? serve = null) =>
        Of(Commands.Select(entry => entry.Name == serve?.Name ? serve : entry.Create()));

    private static RootCommand Of(IEnumerable<Command> commands)
    {
        var root = new RootCommand(
            "NasEngine: neural-architecture search by plugins, recipes and actors. A source tree also has 'nas test', the whole test "
            + "suite, 'nas bench NAME', a measurement, and 'nas pack', packages to write plugins against.");
        foreach (var command in commands)
        {
            root.Subcommands.Add(command);
        }

        root.Options.Add(CommonOptions.Workspace);
        root.Options.Add(CommonOptions.Plugins);
        root.Options.Add(CommonOptions.Verbose);
        var help = root.Options.OfType<HelpOption>().Single();
        help.Action = new RecipeHelpAction(RunCommand.Recipe);
        return root;
    }

    private sealed record Entry(string Name, Func<Command> Create);
}
