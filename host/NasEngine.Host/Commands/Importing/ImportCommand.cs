using System.CommandLine;

namespace NasEngine.Host.Commands.Importing;

/// <summary><c>nas import</c>: what others measured, for searches here.</summary>
internal static class ImportCommand
{
    public static Command Create()
    {
        var command = new Command("import", "Take over what was measured elsewhere: table.");
        command.Subcommands.Add(ImportTableCommand.Create());
        return command;
    }
}
