using System.Collections.Immutable;
using NasEngine.Contracts;

namespace NasEngine.Pipeline.Records;

/// <summary>Objectives to records and back.</summary>
internal static class ObjectiveMap
{
    /// <summary>The record with its objective.</summary>
    public static SpecRecord With(this SpecRecord record, ObjectiveSpec objective) => objective switch
    {
        Objective product => record with
        {
            Metric = product.Metric,
            Costs = [.. product.Costs.Select(cost => new CostRecord(cost.Metric, cost.Target, cost.Below, cost.Above))],
            Minimized = product.Direction == Direction.Minimize,
            FurtherAxes = Axes(product.FurtherAxes),
            Requirements =
            [
                .. product.Requirements.Select(one => new ConstraintRecord(one.Metric, one.Limit, one.Direction == Direction.Minimize)),
            ],
        },
        OfferedObjective offered => record with
        {
            Offered = new OfferedRecord(
                offered.Component.ToRecord(),
                Axes(offered.Axes),
                [.. offered.Targets.Select(target => new TargetRecord(target.Metric, target.Value))]),
        },
        _ => throw new ArgumentOutOfRangeException(nameof(objective), objective, "Unknown objective."),
    };

    /// <summary>The objective of a record.</summary>
    public static ObjectiveSpec ToObjective(this SpecRecord record) => record.Offered is { } offered
        ? new OfferedObjective(
            offered.Component.ToComponent(),
            Axes(offered.Axes),
            [.. offered.Targets.Select(target => new CostTarget(target.Metric, target.Value))])
        : new Objective(record.Metric, [.. record.Costs.Select(cost => new CostTerm(cost.Metric, cost.Target, cost.Below, cost.Above))])
        {
            Direction = Way(record.Minimized),
            FurtherAxes = Axes(record.FurtherAxes ?? []),
            Requirements =
            [
                .. (record.Requirements ?? []).Select(one => new Constraint(one.Metric, one.Limit, Way(one.AtMost), IsRequired: true)),
            ],
        };

    private static AxisRecord[] Axes(ImmutableArray<ObjectiveAxis> axes) =>
        [.. axes.Select(axis => new AxisRecord(axis.Metric, axis.Direction == Direction.Minimize))];

    private static ImmutableArray<ObjectiveAxis> Axes(AxisRecord[] axes) =>
        [.. axes.Select(axis => new ObjectiveAxis(axis.Metric, Way(axis.Minimized)))];

    private static Direction Way(bool minimized) => minimized ? Direction.Minimize : Direction.Maximize;
}
