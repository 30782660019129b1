using NasEngine.Contracts;
using NasEngine.Pipeline.Records;

namespace NasEngine.Cluster.Nodes;

/// <summary>The paths of files in the options of a search.</summary>
internal static class SpecPaths
{
    /// <summary>The search with other paths for its files, and for the folder of its data.</summary>
    /// <param name="spec">The search.</param>
    /// <param name="files">Paths here, by those that options name.</param>
    /// <param name="data">The folder here; null where the data are in none.</param>
    public static SpecRecord Replaced(SpecRecord spec, IReadOnlyDictionary<string, string> files, string? data)
    {
        ComponentRecord Part(ComponentRecord part) => part with
        {
            Options = part.Options.ToDictionary(option => option.Key, option => files.GetValueOrDefault(option.Value, option.Value)),
            Inner = part.Inner?.Select(Part).ToArray(),
        };
        ComponentRecord? Perhaps(ComponentRecord? part) => part is null ? null : Part(part);

        return spec with
        {
            Space = Part(spec.Space),
            Strategy = Part(spec.Strategy),
            Data = data is null ? Perhaps(spec.Data) : InFolder(Part(spec.Data!), data),
            Estimator = Part(spec.Estimator),
            Final = Perhaps(spec.Final),
            Profiler = Perhaps(spec.Profiler),
            CostModel = Perhaps(spec.CostModel),
            Offered = spec.Offered is { } offered ? offered with { Component = Part(offered.Component) } : null,
        };
    }

    private static ComponentRecord InFolder(ComponentRecord data, string folder) => data with
    {
        Options = new(data.Options, StringComparer.OrdinalIgnoreCase) { [IDataset.FolderOption] = folder },
    };
}
