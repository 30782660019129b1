using NasEngine.Contracts;
using NasEngine.Spaces.Benchmarks.Imported;
using NasEngine.Spaces.Benchmarks.NasBench201;
using NasEngine.Spaces.Benchmarks.NasBenchMacro;

namespace NasEngine.Spaces.Benchmarks;

/// <summary>Offers published benchmark spaces and the estimator that looks their results up.</summary>
public sealed class BenchmarksPlugin : IPlugin
{
    /// <inheritdoc/>
    public void Register(IPluginRegistry registry)
    {
        registry.Space(
            "nasbench201", "Cells of six edges with five operations, 15,625 architectures (NAS-Bench-201, arXiv 2001.00326)",
            NasBench201Options.Read, options => new NasBench201Space(options));
        registry.Space(
            "nasbench-macro", "Eight layers of three operations, 6,561 architectures (NAS-Bench-Macro, arXiv 2103.11922)",
            NasBenchMacroOptions.Read, options => new NasBenchMacroSpace(options));
        registry.Estimator(
            "table",
            "Looks results up in a published table (NAS-Bench-201, ICLR 2020, arXiv 2001.00326) instead of training.",
            TableOptions.Read,
            (options, setup) => new TableEstimator(options, setup));

        registry.Estimator(
            "imported-table",
            "Looks results up in a table that 'nas import table' took over, for any space: .Estimator(Table(\"NAME\")).",
            ImportedTableOptions.Read,
            (options, setup) => new ImportedTableEstimator(options, setup));
    }
}
