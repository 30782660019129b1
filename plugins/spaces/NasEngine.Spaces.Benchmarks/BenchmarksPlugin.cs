using NasEngine.Contracts;

namespace NasEngine.Spaces.Benchmarks;

/// <summary>Offers published benchmark spaces and the estimator that looks their results up.</summary>
public sealed class BenchmarksPlugin : IPlugin
{
    /// <inheritdoc/>
    public void Register(IPluginRegistry registry)
    {
        registry.Estimator(
            "table",
            "Looks results up in a published table (NAS-Bench-201, ICLR 2020, arXiv 2001.00326) instead of training.",
            TableOptions.Read,
            (options, setup) => new TableEstimator(options, setup));
    }
}
