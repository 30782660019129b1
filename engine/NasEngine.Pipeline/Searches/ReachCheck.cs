using System.Globalization;
using NasEngine.Contracts;

namespace NasEngine.Pipeline.Searches;

/// <summary>Whether any architecture keeps to the limits of a search.</summary>
internal static class ReachCheck
{
    /// <summary>Refuses limits that the whole space misses, as far as the cost models know its range.</summary>
    /// <exception cref="InputException">A limit is out of reach; the message has the range.</exception>
    public static void MustBeInReach(SearchSpec spec, SearchParts parts)
    {
        foreach (var limit in parts.Objective.Constraints.IsDefault ? [] : parts.Objective.Constraints)
        {
            var most = limit.Direction == Direction.Minimize;
            if (parts.Costs.Knows(limit.Metric) && Missed(limit, most, parts) is { } missed)
            {
                var wanted = $"{limit.Metric} of {(most ? "at most" : "at least")} {Said(limit.Limit)}";
                throw new InputException(
                    $"Search '{spec.Name}' wants {wanted}, which no architecture of space '{spec.Space.Id}' {missed}.")
                {
                    Word = ".Objective(",
                };
            }
        }
    }

    /// <summary>What the architectures have instead; null where some may keep to the limit.</summary>
    private static string? Missed(Constraint limit, bool most, SearchParts parts)
    {
        if (parts.Costs.Range(limit.Metric) is { } range)
        {
            return (most ? range.Least > limit.Limit : range.Most < limit.Limit)
                ? $"has; they have {Said(range.Least)} to {Said(range.Most)}"
                : null;
        }

        var sign = most ? 1 : -1;
        var nearest = new CheapestFound(
            parts.Space.Decisions, architecture => sign * parts.Costs.Cost(limit.Metric, architecture), sign * limit.Limit).Least();
        return nearest > sign * limit.Limit
            ? $"was found to have; changed one decision at a time they come to {Said(sign * nearest)}"
            : null;
    }

    private static string Said(double number) => number.ToString("G6", CultureInfo.InvariantCulture);
}
