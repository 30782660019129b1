using NasEngine.Contracts;

namespace NasEngine.Pipeline.Records;

/// <summary>Search definitions to records and back.</summary>
public static class SpecMap
{
    /// <summary>A definition to its record.</summary>
    public static SpecRecord ToRecord(this SearchSpec spec) => new(
        spec.Name,
        Component(spec.Space),
        Component(spec.Strategy),
        spec.Data is null ? null : Component(spec.Data),
        Component(spec.Estimator),
        spec.Final is null ? null : Component(spec.Final.Estimator),
        spec.Final?.Count ?? 0,
        spec.Objective.Metric,
        [.. spec.Objective.Costs.Select(cost => new CostRecord(cost.Metric, cost.Target, cost.Below, cost.Above))],
        spec.Budget.Candidates,
        spec.Seed,
        spec.Window,
        spec.Deterministic,
        spec.Device,
        spec.Threads,
        Component(spec.Profiler));

    /// <summary>A record to its definition.</summary>
    public static SearchSpec ToSpec(this SpecRecord record) => new()
    {
        Name = record.Name,
        Space = Component(record.Space),
        Strategy = Component(record.Strategy),
        Data = record.Data is null ? null : Component(record.Data),
        Estimator = Component(record.Estimator),
        Final = record.Final is null ? null : new FinalSpec(Component(record.Final), record.FinalCount),
        Objective = new Objective(
            record.Metric, [.. record.Costs.Select(cost => new CostTerm(cost.Metric, cost.Target, cost.Below, cost.Above))]),
        Budget = new Budget(record.Candidates),
        Seed = record.Seed,
        Window = record.Window,
        Deterministic = record.Deterministic,
        Device = record.Device,
        Threads = record.Threads,
        Profiler = record.Profiler is null ? SearchSpec.DefaultProfiler : Component(record.Profiler),
    };

    private static ComponentRecord Component(ComponentSpec component) =>
        new(component.Id, component.Options.Values.ToDictionary(pair => pair.Key, pair => pair.Value));

    private static ComponentSpec Component(ComponentRecord record) =>
        new(record.Id, record.Options.Aggregate(OptionBag.Empty, (bag, pair) => bag.With(pair.Key, pair.Value)));
}
