using System.CommandLine;
using NasEngine.Contracts;
using NasEngine.Extensibility.Plugins;
using NasEngine.Host.Composition;
using NasEngine.Host.Output;

namespace NasEngine.Host.Commands.Plugins;

/// <summary>
/// <c>nas plugins add PATH</c>: names a built plugin in a manifest; and <c>check PATH</c>, which only says what it brings.
/// </summary>
internal static class AddCommand
{
    private static readonly Argument<string> Plugin = new("path")
    {
        Description = "A plugin's DLL, the folder that it was built into, or a package (.nupkg).",
    };

    private static readonly Option<string?> Id = new("--id")
    {
        Description = "The name it gets (default: that of its assembly, as patient-climbing).",
        HelpName = "NAME",
    };

    /// <summary>The manifest that is changed.</summary>
    public static Option<string> To { get; } = new("--to")
    {
        Description = "The manifest (default: plugins.json of this folder).",
        HelpName = "FILE",
        DefaultValueFactory = _ => Installation.Manifest,
    };

    public static Command Add()
    {
        var command = new Command("add", "Name a built plugin in a manifest, plugins.json, and say what it brings.") { Plugin, Id, To };
        command.SetAction(parsed =>
        {
            var (id, plugin) = Inspected(parsed);
            var manifest = parsed.GetValue(To)!;
            var isNew = ManifestFile.Add(manifest, id, plugin.Path);
            Screen.Of(parsed).Lines(
            [
                $"Plugin '{id}' {(isNew ? "is added to" : "is in")} '{manifest}'{(isNew ? "" : " already")}.",
                .. Brings(plugin), $"Use it: nas run RECIPE --plugins {manifest}",
            ]);
            return ExitCode.Done;
        });
        return command;
    }

    public static Command Check()
    {
        var command = new Command("check", "Load a built plugin, as a search would, and say what it brings or why it is refused.")
        {
            Plugin, Id,
        };
        command.SetAction(parsed =>
        {
            var (id, plugin) = Inspected(parsed);
            Screen.Of(parsed).Lines([$"Plugin '{id}' is sound.", .. Brings(plugin)]);
            return ExitCode.Done;
        });
        return command;
    }

    private static IEnumerable<string> Brings(InspectedPlugin plugin) =>
    [
        .. plugin.Parts.Select(one => $"  {one.Kind} {one.Part.Id}: {one.Part.Summary}"),
        $"  SHA-256 {plugin.Hash}",
    ];

    private static (string Id, InspectedPlugin Plugin) Inspected(ParseResult parsed)
    {
        var path = parsed.GetValue(Plugin)!;
        var isAdded = parsed.CommandResult.Command.Name == "add";
        var manifest = isAdded ? parsed.GetValue(To)! : Installation.Manifest;
        var folder = isAdded
            ? Path.Combine(Path.GetDirectoryName(Path.GetFullPath(manifest))!, "plugins")
            : Directory.CreateTempSubdirectory("nas-package-").FullName;
        try
        {
            var assembly = PluginInspection.AssemblyOf(PluginPackage.Is(path) ? PluginPackage.Unpack(path, folder).Folder : path);
            var id = parsed.GetValue(Id) ?? IdOf(Path.GetFileNameWithoutExtension(assembly));
            return (id, HostServices.Inspection.Inspect(assembly, id, manifest));
        }
        finally
        {
            if (!isAdded)
            {
                Directory.Delete(folder, recursive: true);
            }
        }
    }

    /// <summary><c>patient-climbing</c> of <c>Mine.PatientClimbing</c>.</summary>
    private static string IdOf(string assembly) => string.Concat(assembly.Split('.')[^1].Select(
        (letter, place) => place > 0 && char.IsUpper(letter) ? $"-{char.ToLowerInvariant(letter)}" : $"{char.ToLowerInvariant(letter)}"));
}
