using NasEngine.Contracts;
using NasEngine.Extensibility.Plugins;
using NasEngine.Host.Composition;
using NasEngine.Networks.Natives;
using NasEngine.Pipeline.Workers.Protocol;

namespace NasEngine.Host.Doctor;

/// <summary>What a machine needs to search.</summary>
internal static class Checks
{
    public static IEnumerable<Finding> All(IEnumerable<string> manifests)
    {
        yield return Try("tensors", () =>
        {
            var folder = TorchNatives.Require();
            return $"TorchSharp {TorchSharp.torch.__version__} with libtorch from '{folder}', {TorchSharp.torch.get_num_threads()} threads";
        });
        var ofTheProgram = HostServices.Open(Array.Empty<PluginRecord>());
        yield return Try("Fashion-MNIST", () =>
        {
            var data = ofTheProgram.Catalog.Create<IDataset, NoSetup>("fashion-mnist", NoSetup.Value);
            return $"{data.Train.Count} training and {data.Test.Count} test images";
        });
        var services = HostServices.Open(manifests);
        services.Catalog.Load();
        foreach (var plugin in services.Catalog.Plugins)
        {
            yield return new Finding($"plugin {plugin.Id}", plugin.State != PluginState.Rejected, plugin.Reason.Length > 0 ? plugin.Reason : "loads");
        }
    }

    private static Finding Try(string what, Func<string> look)
    {
        try
        {
            return new Finding(what, true, look());
        }
        catch (Exception problem)
        {
            return new Finding(what, false, problem.GetBaseException().Message);
        }
    }
}
