using NasEngine.Contracts;

namespace NasEngine.Strategies.Evolution;

/// <summary>One active decision, drawn uniformly among those with a choice, takes another of its values.</summary>
internal static class Mutation
{
    /// <summary>
    /// A mutant of <paramref name="parent"/>. Decisions that become active by the change get values drawn uniformly. The
    /// parent itself when nothing can be changed.
    /// </summary>
    public static Architecture Of(Architecture parent, DecisionSpace decisions, RandomSource random)
    {
        var changeable = 0;
        for (var i = 0; i < parent.Values.Length; i++)
        {
            changeable += CanChange(parent, decisions, i) ? 1 : 0;
        }

        if (changeable == 0)
        {
            return parent;
        }

        var chosen = Nth(parent, decisions, random.NextInt(changeable));
        Span<int> values = stackalloc int[parent.Values.Length];
        for (var i = 0; i < values.Length; i++)
        {
            var count = decisions.Decisions[i].Count;
            var value = parent.Values[i];
            values[i] = i == chosen ? Other(value, count, random)
                : value == Architecture.Inactive ? random.NextInt(count)
                : value;
        }

        return decisions.Architecture(values);
    }

    private static int Nth(Architecture parent, DecisionSpace decisions, int n)
    {
        var decision = -1;
        for (var left = n; left >= 0; left--)
        {
            do
            {
                decision++;
            }
            while (!CanChange(parent, decisions, decision));
        }

        return decision;
    }

    private static bool CanChange(Architecture parent, DecisionSpace decisions, int decision) =>
        parent.Values[decision] != Architecture.Inactive && decisions.Decisions[decision].Count > 1;

    private static int Other(int value, int count, RandomSource random)
    {
        var other = random.NextInt(count - 1);
        return other < value ? other : other + 1;
    }
}
