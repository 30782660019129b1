using System.CommandLine;
using System.CommandLine.Help;
using NasEngine.Host.Commands.Space;
using NasEngine.Host.Composition;

namespace NasEngine.Host.Commands;

/// <summary>The command line.</summary>
internal static class Root
{
    public static RootCommand Command()
    {
        var root = new RootCommand(
            "NasEngine: neural-architecture search by plugins, recipes and actors. Of a source tree there are also 'nas test', the whole test "
            + "suite, and 'nas bench NAME', a measurement.")
        {
            RunCommand.Create(),
            ResumeCommand.Create(),
            ListCommand.Create(),
            ShowCommand.Create(),
            WorthCommand.Create(),
            ExportCommand.Create(),
            PluginsCommand.Create(),
            SpaceCommand.Create(),
            ProfileCommand.Create(),
            DoctorCommand.Create(),
            WorkerCommand.Create(),
        };
        root.Options.Add(CommonOptions.Workspace);
        root.Options.Add(CommonOptions.Plugins);
        root.Options.Add(CommonOptions.Verbose);
        var help = root.Options.OfType<HelpOption>().Single();
        help.Action = new RecipeHelpAction((HelpAction)help.Action!, RunCommand.Recipe);
        return root;
    }
}
