using NasEngine.Contracts;
using NasEngine.Pipeline.Searches;
using NasEngine.Pipeline.Workers;

namespace NasEngine.Pipeline.Tests.Toys;

/// <summary>The plugin 'toys', of which every swap brings another version that decides as the ones before it.</summary>
internal sealed class ToyVersions(ToyParts parts) : IPluginHost
{
    private int _versions;

    /// <summary>Hash of the version in use.</summary>
    public string InUse { get; private set; } = "v0";

    public bool Uses(SearchSpec spec, string plugin) => true;

    public IPluginSwap Begin(string plugin) => new Swap(this, $"v{Interlocked.Increment(ref _versions)}");

    public bool IsRidOfOld(string plugin) => true;

    private sealed class Swap(ToyVersions host, string version) : IPluginSwap
    {
        public string Was { get; } = host.InUse;

        public string Now => version;

        public IServices Services => host.Parts;

        public IWorker CreateWorker(SearchSpec spec, int slot) => new InProcessWorker(spec, host.Parts);

        public void Commit() => host.InUse = version;

        public void Dispose()
        {
        }
    }

    private ToyParts Parts => parts;
}
