using System.Collections.Immutable;

namespace NasEngine.Contracts;

/// <summary>When each part of a chain of costs can be paid, and which choices are still of account after each decision.</summary>
internal sealed class ChainSchedule
{
    private readonly IPartCosts _costs;
    private readonly ImmutableArray<int>[] _ready;
    private readonly ImmutableArray<int>[] _alive;

    /// <summary>Works it out: a part is paid after its last decision, and after the part before it.</summary>
    public ChainSchedule(DecisionSpace space, IPartCosts costs)
    {
        _costs = costs;
        var decisions = space.Decisions;
        var last = Enumerable.Repeat(-1, decisions.Length).ToArray();
        for (var number = 0; number < decisions.Length; number++)
        {
            if (decisions[number].When is { } when)
            {
                last[when.Decision] = number;
            }
        }

        var ready = new List<int>[decisions.Length + 1];
        var after = -1;
        for (var part = 0; part < costs.Parts; part++)
        {
            foreach (var number in costs.Decisions(part))
            {
                after = Math.Max(after, number);
            }

            (ready[after + 1] ??= []).Add(part);
            foreach (var number in costs.Decisions(part))
            {
                last[number] = Math.Max(last[number], after);
            }
        }

        _ready = [.. ready.Select(parts => (parts ?? []).ToImmutableArray())];
        _alive = [.. Enumerable.Range(0, decisions.Length).Select(next =>
            Enumerable.Range(0, next).Where(number => last[number] >= next).ToImmutableArray())];
    }

    /// <summary>
    /// What the parts cost that nothing is open of once a decision is taken, and what they leave; −1 for those that need none.
    /// </summary>
    public (double Cost, int Left) Charge(int decision, int left, int[] values)
    {
        var sum = 0.0;
        foreach (var part in _ready[decision + 1])
        {
            (var cost, left) = _costs.Of(part, left, values);
            sum += cost;
        }

        return (sum, left);
    }

    /// <summary>The choices that what follows a place still depends on, as a key.</summary>
    public string Alive(int decision, int[] values) =>
        string.Create(_alive[decision].Length, (Alive: _alive[decision], values), static (key, from) =>
        {
            for (var i = 0; i < key.Length; i++)
            {
                key[i] = (char)(from.values[from.Alive[i]] + 1);
            }
        });
}
