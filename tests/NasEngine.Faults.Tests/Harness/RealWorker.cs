using NasEngine.Contracts;
using NasEngine.Extensibility.Plugins;
using NasEngine.Pipeline.Workers.Processes;
using NasEngine.Pipeline.Workers.Protocol;

namespace NasEngine.Faults;

/// <summary>Worker processes of the program, without a search around them.</summary>
internal static class RealWorker
{
    private static readonly Lazy<PluginCatalog> Plugins = new(() => new PluginCatalog(new PluginCatalogOptions
    {
        Manifests = [Searches.Plugin],
        CacheFolder = Path.Combine(Sandbox.Cache.Value, "plugins"),
        BuiltIn = new Dictionary<string, IPlugin>(),
        Shared = [typeof(IPlugin).Assembly],
    }));

    /// <summary>One for the faulty parts, not started.</summary>
    public static ProcessWorker Create(int milliseconds, TimeProvider time)
    {
        var spec = new SearchSpec
        {
            Name = "faulty",
            Space = "faulty",
            Strategy = "faulty",
            Estimator = new ComponentSpec("faulty", OptionBag.Empty.With("milliseconds", $"{milliseconds}")),
            Objective = new Objective("score", []),
            Budget = new Budget(1),
        };
        var command = new WorkerCommand("dotnet", [Installation.Program, "worker"]) { JobTime = TimeSpan.FromMinutes(5), Silence = TimeSpan.FromMinutes(5) };
        return new ProcessWorker(spec, [.. Plugins.Value.Copies.Select(copy => new PluginRecord(copy.Id, copy.Path, copy.Hash))], command, time);
    }

    /// <summary>A candidate for it.</summary>
    public static Candidate Candidate(long number) => new(number, new Trial(new Architecture("faulty", [(int)(number % 5), 0]), Fidelity.Full));

    /// <summary>Nobody listens.</summary>
    internal sealed class NoProgress : IJobProgress
    {
        public static readonly NoProgress Instance = new();

        public void Report(string stage, long done, long total)
        {
        }
    }
}
