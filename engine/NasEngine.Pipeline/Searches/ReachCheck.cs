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
            if (parts.Costs.Range(limit.Metric) is { } range && (most ? range.Least > limit.Limit : range.Most < limit.Limit))
            {
                var wanted = $"{limit.Metric} of {(most ? "at most" : "at least")} {Said(limit.Limit)}";
                throw new InputException(
                    $"Search '{spec.Name}' wants {wanted}, which no architecture of space '{spec.Space.Id}' has; they have "
                    + $"{Said(range.Least)} to {Said(range.Most)}.") { Word = ".Objective(" };
            }
        }
    }

    private static string Said(double number) => number.ToString("G6", CultureInfo.InvariantCulture);
}
