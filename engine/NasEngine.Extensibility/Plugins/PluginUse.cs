using NasEngine.Contracts;
using NasEngine.Extensibility.Inline;

namespace NasEngine.Extensibility.Plugins;

/// <summary>
/// Which plugins have a say in a search: those that offer a part it names, and those that offer what no search names and
/// its parts may ask for, such as rules of a supernet.
/// </summary>
internal sealed class PluginUse(SearchSpec spec)
{
    private static readonly Type[] Named = [typeof(ISearchSpace), typeof(IStrategy), typeof(IObjective), typeof(IDataset), typeof(
        IEstimator), typeof(IProfiler), typeof(ICostModel)];

    private readonly HashSet<(Type Kind, string? Id)> _parts =
    [
        .. Of<ISearchSpace>(spec.Space),
        .. Of<IStrategy>(spec.Strategy),
        .. Of<IObjective>((spec.Objective as OfferedObjective)?.Component),
        .. Of<IDataset>(spec.Data),
        .. Of<IEstimator>(spec.Estimator),
        .. Of<ICostModel>(spec.Costs),
        .. Of<IEstimator>(spec.Final?.Estimator),
        .. Of<IProfiler>(spec.Profiler),
    ];

    /// <summary>Whether this one has.</summary>
    public bool Of(PluginVersion plugin) => plugin.Parts.Keys.Any(part => _parts.Contains(part) || !Named.Contains(part.Kind));

    private static IEnumerable<(Type Kind, string? Id)> Of<TPart>(ComponentSpec? component) =>
        (component?.All ?? []).SelectMany(one => new[] { one.Id, InlineId.Of(one) }).Select(id => (typeof(TPart), id));
}
