using NasEngine.Contracts;

namespace NasEngine.Pipeline.Searches;

/// <summary>
/// The least of a cost in a space that is too large to be gone through and whose costs do not come apart: from some architectures on, one
/// decision after another takes the choice that costs least, until none costs less.
/// </summary>
/// <param name="space">The space.</param>
/// <param name="cost">The cost; with its sign changed this finds the greatest.</param>
/// <param name="enough">What need not be gone under.</param>
internal sealed class CheapestFound(DecisionSpace space, Func<Architecture, double> cost, double enough)
{
    private const int Starts = 4;

    /// <summary>Costs that are looked at from each start, so that no search waits for it.</summary>
    private const int Most = 1000;

    /// <summary>The least that was found, over the least that there is or the same.</summary>
    public double Least()
    {
        var least = double.PositiveInfinity;
        for (var start = 0; start < Starts && least > enough; start++)
        {
            least = Math.Min(least, From(Begin(start)));
        }

        return least;
    }

    private int[] Begin(int start)
    {
        var random = RandomSource.For(0, start, "cheapest found");
        return
        [
            .. space.Decisions.Select(decision => start switch { 0 => 0, 1 => decision.Count - 1, _ => random.NextInt(decision.Count) }),
        ];
    }

    private double From(int[] values)
    {
        var (left, least, before) = (Most, Cost(values), double.PositiveInfinity);
        while (least < before && least > enough && left > 0)
        {
            before = least;
            for (var decision = 0; decision < values.Length; decision++)
            {
                var kept = values[decision];
                for (var choice = 0; choice < space.Decisions[decision].Count; choice++, left--)
                {
                    values[decision] = choice;
                    var one = Cost(values);
                    (least, kept) = one < least ? (one, choice) : (least, kept);
                }

                values[decision] = kept;
            }
        }

        return least;
    }

    private double Cost(int[] values) => cost(space.Architecture(values));
}
