using System.CommandLine;
using NasEngine.Contracts;
using NasEngine.Extensibility.Plugins;
using NasEngine.Host.Composition;
using NasEngine.Host.Output;

namespace NasEngine.Host.Commands.Plugins;

/// <summary>
/// <c>nas plugins check PATH</c>: loads a built plugin as a search would, and runs the checks of the conformance kit on its parts:
/// all but data sets have some.
/// </summary>
internal static class CheckCommand
{
    public static Command Create()
    {
        var command = new Command("check", "Load a built plugin, as a search would, and check that it does what the engine relies on.")
        {
            BuiltPlugin.Path, BuiltPlugin.Version, BuiltPlugin.Id,
        };
        command.SetAction(async (parsed, cancellation) =>
        {
            var folder = Directory.CreateTempSubdirectory("nas-package-").FullName;
            try
            {
                var (id, assembly) = BuiltPlugin.Of(parsed, folder);
                return await HostServices.Inspection.InspectAsync(
                    assembly, id, Installation.Manifest, (plugin, parts) => CheckAsync(id, plugin, parts, Screen.Of(parsed), cancellation))
                    .ConfigureAwait(false);
            }
            finally
            {
                Directory.Delete(folder, recursive: true);
            }
        });
        return command;
    }

    private static async Task<int> CheckAsync(
        string id, InspectedPlugin plugin, IServices parts, Screen screen, CancellationToken cancellation)
    {
        if (plugin.Parts.Any(part => PartChecks.RunNetworks(part.Kind)))
        {
            await FetchedNatives.EnsureAsync(cancellation).ConfigureAwait(false);
        }

        var (checks, wrong, others) = (0, new List<string>(), new List<string>());
        foreach (var (kind, part) in plugin.Parts)
        {
            try
            {
                await foreach (var one in PartChecks.RunAsync(parts, kind, part.Id).ConfigureAwait(false))
                {
                    checks++;
                    if (one.Wrong is { } what)
                    {
                        wrong.Add($"  {kind} {part.Id}: {one.Check}: {what}.");
                    }
                }
            }
            catch (InputException needed)
            {
                others.Add($"  {kind} {part.Id} is not checked, since its defaults do not make it: {needed.Message}");
            }
        }

        screen.Lines(
        [
            wrong.Count > 0 ? $"Plugin '{id}' fails {wrong.Count} of {checks} checks:"
                : checks > 0 ? $"Plugin '{id}' is sound: it passes {checks} checks."
                : $"Plugin '{id}' can be loaded; nothing of it can be checked.",
            .. wrong, .. others, .. BuiltPlugin.Brings(plugin),
        ]);
        return wrong.Count > 0 ? ExitCode.SearchFailed : ExitCode.Done;
    }
}
