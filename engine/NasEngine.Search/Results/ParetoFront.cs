using System.Collections.Immutable;
using NasEngine.Contracts;

namespace NasEngine.Search;

/// <summary>The points that no other point dominates (Deb et al., NSGA-II, 2002, section III).</summary>
public static class ParetoFront
{
    /// <summary>Axes below which there is nothing to trade off, and no front.</summary>
    public const int LeastAxes = 2;

    /// <summary>
    /// The front after one more measurement; it stays as it is when the measurement failed, or lacks a finite value on one of
    /// the axes. The result does not depend on the order in which measurements are added: an architecture measured twice alike
    /// stays once, under the smaller number.
    /// </summary>
    public static ImmutableArray<FrontMember> Add(
        ImmutableArray<FrontMember> front, ImmutableArray<ObjectiveAxis> axes, long number, Architecture architecture,
        Measurement measurement) =>
        measurement.Failure is null && Place(axes, measurement.Metrics) is { IsEmpty: false } values
            ? Add(front, new FrontMember(number, architecture, values) { Measurement = measurement })
            : front;

    /// <summary>Whether a measurement has a finite value on every axis; with fewer than two axes there is no front, and none has.</summary>
    public static bool Has(ImmutableArray<ObjectiveAxis> axes, Measurement measurement) =>
        measurement.Failure is null && !Place(axes, measurement.Metrics).IsEmpty;

    /// <summary>The front with each architecture once: where it was measured unlike itself, with the first of its places.</summary>
    public static ImmutableArray<FrontMember> Once(ImmutableArray<FrontMember> front) =>
        [.. front.DistinctBy(member => member.Architecture)];

    private static ImmutableArray<FrontMember> Add(ImmutableArray<FrontMember> front, FrontMember added)
    {
        if (front.Any(other => Dominates(other.Values.AsSpan(), added.Values.AsSpan())
            || (IsSame(other, added) && other.Number <= added.Number)))
        {
            return front;
        }

        var left = front.RemoveAll(other => Dominates(added.Values.AsSpan(), other.Values.AsSpan()) || IsSame(other, added));
        var place = 0;
        while (place < left.Length && IsBefore(left[place], added))
        {
            place++;
        }

        return left.Insert(place, added);
    }

    private static ImmutableArray<double> Place(ImmutableArray<ObjectiveAxis> axes, IReadOnlyDictionary<string, double> metrics)
    {
        if (axes.Length < LeastAxes)
        {
            return [];
        }

        var values = ImmutableArray.CreateBuilder<double>(axes.Length);
        foreach (var axis in axes)
        {
            if (!metrics.TryGetValue(axis.Metric, out var value) || !double.IsFinite(value))
            {
                return [];
            }

            values.Add(axis.Direction == Direction.Maximize ? value : -value);
        }

        return values.MoveToImmutable();
    }

    private static bool IsSame(FrontMember a, FrontMember b) => a.Values.SequenceEqual(b.Values) && a.Architecture.Equals(b.Architecture);

    private static bool IsBefore(FrontMember a, FrontMember b)
    {
        for (var k = 0; k < a.Values.Length; k++)
        {
            if (a.Values[k] != b.Values[k])
            {
                return a.Values[k] > b.Values[k];
            }
        }

        return a.Number < b.Number;
    }

    private static bool Dominates(ReadOnlySpan<double> a, ReadOnlySpan<double> b)
    {
        var better = false;
        for (var k = 0; k < a.Length; k++)
        {
            if (a[k] < b[k])
            {
                return false;
            }

            better |= a[k] > b[k];
        }

        return better;
    }
}
