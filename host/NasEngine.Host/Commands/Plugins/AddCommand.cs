using System.CommandLine;
using NasEngine.Contracts;
using NasEngine.Extensibility.Plugins;
using NasEngine.Host.Composition;
using NasEngine.Host.Output;

namespace NasEngine.Host.Commands.Plugins;

/// <summary><c>nas plugins add PATH</c>: names a built plugin in a manifest.</summary>
internal static class AddCommand
{
    /// <summary>The manifest that is changed.</summary>
    public static Option<string> To { get; } = new("--to")
    {
        Description = "The manifest (default: plugins.json of this folder).",
        HelpName = "FILE",
        DefaultValueFactory = _ => Installation.Manifest,
    };

    public static Command Add()
    {
        var command = new Command("add", "Name a built plugin in a manifest, plugins.json, and say what it brings.")
        {
            BuiltPlugin.Path, BuiltPlugin.Version, BuiltPlugin.Id, To,
        };
        command.SetAction(parsed =>
        {
            var manifest = parsed.GetValue(To)!;
            var folder = Path.Combine(Path.GetDirectoryName(Path.GetFullPath(manifest))!, "plugins");
            var (id, assembly) = BuiltPlugin.Of(parsed, folder);
            var plugin = HostServices.Inspection.Inspect(assembly, id, manifest);
            var isNew = ManifestFile.Add(manifest, id, plugin.Path);
            Screen.Of(parsed).Lines(
            [
                $"Plugin '{id}' {(isNew ? "is added to" : "is in")} '{manifest}'{(isNew ? "" : " already")}.",
                .. BuiltPlugin.Brings(plugin), $"Use it: nas run RECIPE --plugins {manifest}",
            ]);
            return ExitCode.Done;
        });
        return command;
    }
}
