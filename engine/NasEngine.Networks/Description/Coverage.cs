using NasEngine.Contracts;

namespace NasEngine.Networks;

/// <summary>
/// A small set of architectures in which each weight reaches its largest shape, for spaces where the last choice of an
/// ordered decision is the largest and weight keys depend on the decisions of one group only.
/// </summary>
internal static class Coverage
{
    private const int LargestProduct = 4096;

    /// <summary>
    /// For each group, every combination of its choices (each choice in turn when there are more than 4096), the other
    /// decisions at their largest. Of a space without a decision, its one architecture.
    /// </summary>
    public static IEnumerable<Architecture> Of(DecisionSpace space)
    {
        var largest = space.Decisions.Select(decision => decision.Ordered ? decision.Count - 1 : 0).ToArray();
        return space.Groups.SelectMany(group => Combinations(space, group, largest)).Distinct().DefaultIfEmpty(space.Architecture(largest));
    }

    private static IEnumerable<Architecture> Combinations(DecisionSpace space, DecisionGroup group, int[] largest)
    {
        var sizes = group.Decisions.Select(number => space.Decisions[number].Count).ToArray();
        var product = sizes.Aggregate(1L, (total, size) => Math.Min(total * size, LargestProduct + 1));
        return product <= LargestProduct
            ? Enumerable.Range(0, (int)product).Select(index => Product(space, group, largest, sizes, index))
            : group.Decisions.SelectMany(number => Enumerable.Range(0, space.Decisions[number].Count)
                .Select(choice => Set(space, largest, [(number, choice)])));
    }

    private static Architecture Product(DecisionSpace space, DecisionGroup group, int[] largest, int[] sizes, int index)
    {
        var choices = new (int, int)[sizes.Length];
        for (var i = 0; i < sizes.Length; i++)
        {
            choices[i] = (group.Decisions[i], index % sizes[i]);
            index /= sizes[i];
        }

        return Set(space, largest, choices);
    }

    private static Architecture Set(DecisionSpace space, int[] largest, ReadOnlySpan<(int Number, int Choice)> choices)
    {
        var values = (int[])largest.Clone();
        foreach (var (number, choice) in choices)
        {
            Activate(space, number, values);
            values[number] = choice;
        }

        return space.Architecture(values);
    }

    private static void Activate(DecisionSpace space, int number, int[] values)
    {
        for (var when = space.Decisions[number].When; when is not null; when = space.Decisions[when.Decision].When)
        {
            if (!when.Values.Contains(values[when.Decision]))
            {
                values[when.Decision] = when.Values[^1];
            }
        }
    }
}
