using NasEngine.Contracts;
using NasEngine.Extensibility.Plugins;
using NasEngine.Host.Composition;
using NasEngine.Pipeline.Workers.Protocol;

namespace NasEngine.Host.Doctor;

/// <summary>What a search finds of the program: its data and its plugins.</summary>
internal static class Checks
{
    public static IEnumerable<Finding> All(IEnumerable<string> manifests)
    {
        var ofTheProgram = HostServices.Open(Array.Empty<PluginRecord>());
        foreach (var set in ofTheProgram.Catalog.Describe<IDataset>().Where(set => !IsOfTheUsersOwn(set)))
        {
            yield return Finding.Of(set.Summary.Split(':')[0], () =>
            {
                var data = ofTheProgram.Catalog.Create<IDataset, NoSetup>(set.Id, NoSetup.Value);
                return $"{data.Train.Count} training and {data.Test.Count} test images";
            });
        }

        var services = HostServices.Open(manifests);
        services.Catalog.Load();
        foreach (var plugin in services.Catalog.Plugins)
        {
            yield return new Finding(
                $"plugin {plugin.Id}", plugin.State != PluginState.Rejected, plugin.Reason.Length > 0 ? plugin.Reason : "loads");
        }
    }

    /// <summary>A data set that has no place of its own: where it lies is said by who searches on it.</summary>
    private static bool IsOfTheUsersOwn(PartDescription set) => set.Options.Any(option => option is { Name: "data", Default.Length: 0 });
}
