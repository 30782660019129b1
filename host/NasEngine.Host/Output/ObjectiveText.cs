using System.Globalization;
using NasEngine.Contracts;

namespace NasEngine.Host.Output;

/// <summary>What a search is for, in words.</summary>
internal static class ObjectiveText
{
    /// <summary>The metric with its costs, and what it is traded off against; of a plugin's objective, its id and options.</summary>
    public static string Of(ObjectiveSpec spec) => spec switch
    {
        Objective product => string.Join(", ", product.Costs.Select(Cost)
            .Prepend($"{(product.Direction == Direction.Maximize ? "maximise" : "minimise")} {product.Metric}")
            .Concat(product.FurtherAxes.Select(axis => $"traded off against {axis.Metric} ({MetricText.Wish(axis.Direction)})"))),
        OfferedObjective { Component: var part } => string.Join(
            " ", part.Options.Values.Select(pair => $"{pair.Key}={pair.Value}").Prepend(part.Id)),
        _ => spec.Name,
    };

    /// <summary>What costs should come to and what winners must keep to: <c>macs at most 4,500,000</c>; none where nothing is.</summary>
    public static string Targets(ObjectiveSpec spec)
    {
        var limits = spec.Targets.Select(target => $"{target.Metric} at most {Figure(target.Value)}");
        var required = (spec as Objective)?.Requirements.Select(limit =>
            $"{limit.Metric} {(limit.Direction == Direction.Minimize ? "at most" : "at least")} {Figure(limit.Limit)} (required)") ?? [];
        return string.Join(", ", limits.Concat(required)) is { Length: > 0 } all ? all : "none";
    }

    private static string Cost(CostTerm term) => string.Create(
        CultureInfo.InvariantCulture, $"times ({term.Metric} / {term.Target:#,0.###}) to the power of {Exponent(term)}");

    private static string Exponent(CostTerm term) => term.Below.Equals(term.Above)
        ? term.Above.ToString(CultureInfo.InvariantCulture)
        : string.Create(CultureInfo.InvariantCulture, $"{term.Below} under the target and {term.Above} over it");

    private static string Figure(double value) => value.ToString("#,0.###", CultureInfo.InvariantCulture);
}
