using NasEngine.Contracts;

namespace NasEngine.Pipeline.Records;

/// <summary>Search definitions to records and back.</summary>
public static class SpecMap
{
    /// <summary>A definition to its record.</summary>
    public static SpecRecord ToRecord(this SearchSpec spec) => new SpecRecord(
        spec.Name,
        spec.Space.ToRecord(),
        spec.Strategy.ToRecord(),
        spec.Data?.ToRecord(),
        spec.Estimator.ToRecord(),
        spec.Final?.Estimator.ToRecord(),
        spec.Final?.Count ?? 0,
        "",
        [],
        spec.Budget.Candidates,
        spec.Seed,
        spec.Window,
        spec.Deterministic,
        spec.Device,
        spec.Threads,
        spec.Profiler.ToRecord(),
        CostModel: spec.Costs?.ToRecord(),
        Limits: BudgetMap.ToRecord(spec.Budget),
        FinalInherits: spec.Final?.Inherits ?? false,
        FinalSeeds: spec.Final?.Seeds ?? 0,
        Places: ToRecord(spec.Places)).With(spec.Objective);

    /// <summary>A record to its definition.</summary>
    public static SearchSpec ToSpec(this SpecRecord record) => new()
    {
        Name = record.Name,
        Space = record.Space.ToComponent(),
        Strategy = record.Strategy.ToComponent(),
        Data = record.Data?.ToComponent(),
        Estimator = record.Estimator.ToComponent(),
        Final = record.Final is null ? null : new FinalSpec(record.Final.ToComponent(), record.FinalCount)
        {
            Inherits = record.FinalInherits,
            Seeds = Math.Max(1, record.FinalSeeds),
        },
        Objective = record.ToObjective(),
        Costs = record.CostModel?.ToComponent(),
        Budget = BudgetMap.ToBudget(record.Candidates, record.Limits),
        Seed = record.Seed,
        Window = record.Window,
        Deterministic = record.Deterministic,
        Device = record.Device,
        Threads = record.Threads,
        Profiler = record.Profiler?.ToComponent() ?? ComponentSpec.Unnamed,
        Places = ToPlaces(record.Places),
    };

    private static string[]? ToRecord(WorkPlaces places) => places == WorkPlaces.Anywhere
        ? null
        : [places.Trials.Text, places.Steps.Text, places.Finals.Text, places.Latency.Text];

    private static WorkPlaces ToPlaces(string[]? record)
    {
        return record is not [var trials, var steps, var finals, var latency] ? WorkPlaces.Anywhere : new WorkPlaces
        {
            Trials = Tags(trials), Steps = Tags(steps), Finals = Tags(finals), Latency = Tags(latency),
        };

        static MachineTags Tags(string text) => text.Length == 0 ? MachineTags.None : MachineTags.Parse(text);
    }

    /// <summary>A component to its record.</summary>
    internal static ComponentRecord ToRecord(this ComponentSpec component) => new(
        component.Id,
        component.Options.Values.ToDictionary(pair => pair.Key, pair => pair.Value),
        component.Inner.IsEmpty ? null : [.. component.Inner.Select(ToRecord)]);

    /// <summary>A record to its component.</summary>
    internal static ComponentSpec ToComponent(this ComponentRecord record) =>
        new(record.Id, record.Options.Aggregate(OptionBag.Empty, (bag, pair) => bag.With(pair.Key, pair.Value)))
        {
            Inner = [.. (record.Inner ?? []).Select(ToComponent)],
        };
}
