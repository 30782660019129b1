using System.CommandLine;
using System.CommandLine.Help;
using NasEngine.Host.Commands.Asking;
using NasEngine.Host.Commands.Changing;
using NasEngine.Host.Commands.Datasets;
using NasEngine.Host.Commands.Help;
using NasEngine.Host.Commands.Importing;
using NasEngine.Host.Commands.Making;
using NasEngine.Host.Commands.Reading;
using NasEngine.Host.Commands.Running;
using NasEngine.Host.Commands.Space;
using NasEngine.Host.Commands.Studies;
using NasEngine.Host.Composition;

namespace NasEngine.Host.Commands;

/// <summary>The command line.</summary>
internal static class Root
{
    /// <summary>All commands.</summary>
    /// <param name="serve">The command of the web view; null for that of a program that cannot serve it.</param>
    public static RootCommand Command(Command? serve = null)
    {
        var root = new RootCommand(
            "NasEngine: neural-architecture search by plugins, recipes and actors. A source tree also has 'nas test', the whole test "
            + "suite, 'nas bench NAME', a measurement, and 'nas pack', packages to write plugins against.")
        {
            RunCommand.Create(),
            ResumeCommand.Create(),
            ListCommand.Create(),
            ShowCommand.Create(),
            TrialsCommand.Create(),
            BestCommand.Create(),
            ParetoCommand.Create(),
            CompareCommand.Create(),
            LogsCommand.Create(),
            ReportCommand.Create(),
            WatchCommand.Create(),
            ControlCommands.Stop(),
            ControlCommands.Pause(),
            AskCommand.Create(),
            TellCommand.Create(),
            EnqueueCommand.Create(),
            RenameCommand.Create(),
            NoteCommand.Create(),
            DeleteCommand.Create(),
            WorthCommand.Create(),
            RetrainCommand.Create(),
            ExportCommand.Create(),
            NewCommand.Create(),
            RecipesCommand.Create(),
            PluginsCommand.Create(),
            SpaceCommand.Create(),
            ProfileCommand.Create(),
            DataCommand.Create(),
            ImportCommand.Create(),
            StudyCommand.Create(),
            DoctorCommand.Create(),
            serve ?? ServeCommand.Create(),
            CompletionCommand.Create(),
            WorkerCommand.Create(),
        };
        root.Options.Add(CommonOptions.Workspace);
        root.Options.Add(CommonOptions.Plugins);
        root.Options.Add(CommonOptions.Verbose);
        var help = root.Options.OfType<HelpOption>().Single();
        help.Action = new RecipeHelpAction(RunCommand.Recipe);
        return root;
    }
}
