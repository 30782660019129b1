using NasEngine.Contracts;
using NasEngine.Extensibility.Plugins;
using NasEngine.Host.Composition;
using NasEngine.Pipeline.Searches;
using NasEngine.Pipeline.Workers;

namespace NasEngine.Host.Swaps;

/// <summary>Newer versions of plugins from the catalogue of this program.</summary>
internal sealed class CatalogPlugins(PluginCatalog catalog, WorkerLaunch workers, FirstWorker first) : IPluginHost
{
    /// <inheritdoc/>
    public bool Uses(SearchSpec spec, string plugin) => catalog.HashesOf(spec).ContainsKey(plugin);

    /// <inheritdoc/>
    public IPluginSwap Begin(string plugin)
    {
        var was = catalog.Copies.FirstOrDefault(copy => copy.Id == plugin)?.Hash ?? "";
        var swap = catalog.BeginSwap(plugin);
        if (swap.Hash != was)
        {
            return new Swap(swap, was, workers, first);
        }

        swap.Dispose();
        throw new InputException("its files are those it runs on already.");
    }

    /// <inheritdoc/>
    public bool IsRidOfOld(string plugin)
    {
        catalog.ProveUnloads();
        return catalog.Plugins.All(version => version.Id != plugin || version.State is PluginState.Active or PluginState.Unloaded);
    }

    private sealed class Swap(PluginSwap swap, string was, WorkerLaunch workers, FirstWorker first) : IPluginSwap
    {
        public string Was => was;

        public string Now => swap.Hash;

        public IServices Services => swap;

        public IWorker CreateWorker(SearchSpec spec, int slot) => first.Alike(spec.Name, workers.Create(spec, slot, swap, swap.Copies));

        public void Commit() => swap.Commit();

        public void Dispose() => swap.Dispose();
    }
}
