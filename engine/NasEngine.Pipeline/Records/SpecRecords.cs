using MessagePack;

namespace NasEngine.Pipeline.Records;

/// <summary>A plugin's part with its options and what it works with, of which earlier programs wrote nothing, as bytes.</summary>
[MessagePackObject]
public sealed record ComponentRecord(
    [property: Key(0)] string Id,
    [property: Key(1)] Dictionary<string, string> Options,
    [property: Key(2)] ComponentRecord[]? Inner = null);

/// <summary>A cost with its target, as bytes.</summary>
[MessagePackObject]
public sealed record CostRecord(
    [property: Key(0)] string Metric,
    [property: Key(1)] double Target,
    [property: Key(2)] double Below,
    [property: Key(3)] double Above);

/// <summary>An axis of the Pareto front as bytes.</summary>
[MessagePackObject]
public sealed record AxisRecord(
    [property: Key(0)] string Metric,
    [property: Key(1)] bool Minimized);

/// <summary>An objective of a plugin as bytes.</summary>
[MessagePackObject]
public sealed record OfferedRecord(
    [property: Key(0)] ComponentRecord Component,
    [property: Key(1)] AxisRecord[] Axes,
    [property: Key(2)] TargetRecord[] Targets);

/// <summary>A requirement as bytes.</summary>
[MessagePackObject]
public sealed record ConstraintRecord(
    [property: Key(0)] string Metric,
    [property: Key(1)] double Limit,
    [property: Key(2)] bool AtMost);

/// <summary>What a budget limits beside candidates, as bytes.</summary>
[MessagePackObject]
public sealed record BudgetRecord(
    [property: Key(0)] long? Trials,
    [property: Key(1)] long? Steps,
    [property: Key(2)] double? Epochs,
    [property: Key(3)] double? VirtualSeconds,
    [property: Key(4)] long? Ticks = null,
    [property: Key(5)] string? GoalMetric = null,
    [property: Key(6)] double Goal = 0,
    [property: Key(7)] bool GoalAtMost = false);

/// <summary>What a cost should come to, as bytes.</summary>
[MessagePackObject]
public sealed record TargetRecord(
    [property: Key(0)] string Metric,
    [property: Key(1)] double Value);

/// <summary>
/// A search's definition as bytes. Earlier programs wrote none of a profiler: it was the default; and their metrics were all
/// maximised, without further axes, and no objective was a plugin's. One that is stands in place of metric, costs and further axes.
/// Nor did they write requirements, a cost model, limits other than one of candidates, that winners keep their weights, how many
/// seeds they are trained from: it was one; or which machines do what: tags for trials, steps, finals and latencies.
/// </summary>
[MessagePackObject]
public sealed record SpecRecord(
    [property: Key(0)] string Name,
    [property: Key(1)] ComponentRecord Space,
    [property: Key(2)] ComponentRecord Strategy,
    [property: Key(3)] ComponentRecord? Data,
    [property: Key(4)] ComponentRecord Estimator,
    [property: Key(5)] ComponentRecord? Final,
    [property: Key(6)] int FinalCount,
    [property: Key(7)] string Metric,
    [property: Key(8)] CostRecord[] Costs,
    [property: Key(9)] long Candidates,
    [property: Key(10)] ulong Seed,
    [property: Key(11)] int Window,
    [property: Key(12)] bool Deterministic,
    [property: Key(13)] string Device,
    [property: Key(14)] int Threads,
    [property: Key(15)] ComponentRecord? Profiler = null,
    [property: Key(16)] bool Minimized = false,
    [property: Key(17)] AxisRecord[]? FurtherAxes = null,
    [property: Key(18)] OfferedRecord? Offered = null,
    [property: Key(19)] ConstraintRecord[]? Requirements = null,
    [property: Key(20)] ComponentRecord? CostModel = null,
    [property: Key(21)] BudgetRecord? Limits = null,
    [property: Key(22)] bool FinalInherits = false,
    [property: Key(23)] int FinalSeeds = 0,
    [property: Key(24)] string[]? Places = null);
