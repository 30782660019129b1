using NasEngine.Contracts;

namespace NasEngine.Extensibility.Plugins;

/// <summary>
/// Which plugins have a say in a search: those that offer a part it names, and those that offer what no search names and
/// its parts may ask for, such as rules of a supernet.
/// </summary>
internal sealed class PluginUse(SearchSpec spec)
{
    private static readonly Type[] Named = [typeof(ISearchSpace), typeof(IStrategy), typeof(IObjective), typeof(IDataset), typeof(IEstimator), typeof(IProfiler), typeof(ICostModel)];

    private readonly HashSet<(Type Kind, string? Id)> _parts =
    [
        (typeof(ISearchSpace), spec.Space.Id),
        .. spec.Strategy.All.Select(one => (typeof(IStrategy), (string?)one.Id)),
        (typeof(IObjective), (spec.Objective as OfferedObjective)?.Component.Id),
        (typeof(IDataset), spec.Data?.Id),
        .. spec.Estimator.All.Select(one => (typeof(IEstimator), (string?)one.Id)),
        .. (spec.Costs?.All ?? []).Select(one => (typeof(ICostModel), (string?)one.Id)),
        (typeof(IEstimator), spec.Final?.Estimator.Id),
        (typeof(IProfiler), spec.Profiler.Id),
    ];

    /// <summary>Whether this one has.</summary>
    public bool Of(PluginVersion plugin) => plugin.Parts.Keys.Any(part => _parts.Contains(part) || !Named.Contains(part.Kind));
}
