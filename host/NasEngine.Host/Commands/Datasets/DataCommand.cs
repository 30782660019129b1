using System.CommandLine;

namespace NasEngine.Host.Commands.Datasets;

/// <summary><c>nas data</c>: what is in data, before anything is searched.</summary>
internal static class DataCommand
{
    public static Command Create()
    {
        var command = new Command("data", "Look at data before anything is trained on it: check.");
        command.Subcommands.Add(DataCheckCommand.Create());
        return command;
    }
}
