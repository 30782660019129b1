using System.CommandLine;
using NasEngine.Extensibility.Plugins;
using NasEngine.Host.Composition;
using NasEngine.Host.Output;

namespace NasEngine.Host.Commands.Plugins;

/// <summary><c>nas plugins remove ID</c>: takes a plugin out of a manifest; its files stay.</summary>
internal static class RemoveCommand
{
    private static readonly Argument<string> Id = new("plugin") { Description = "Id of the plugin, as its manifest has it." };

    public static Command Create()
    {
        var command = new Command("remove", "Take a plugin out of a manifest, plugins.json; its files stay.") { Id, AddCommand.To };
        command.SetAction(parsed =>
        {
            var (id, manifest) = (parsed.GetValue(Id)!, parsed.GetValue(AddCommand.To)!);
            ManifestFile.Remove(manifest, id);
            Screen.Of(parsed).Line($"Plugin '{id}' is taken out of '{manifest}'; its files stay.");
            return ExitCode.Done;
        });
        return command;
    }
}
