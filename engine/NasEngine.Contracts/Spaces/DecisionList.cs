using System.Collections.Immutable;

namespace NasEngine.Contracts;

/// <summary>
/// Collects the decisions of a space and tells their numbers. A layer that is repeated has decisions of its own for each
/// copy (<see cref="Repeat"/>) or shares them (<see cref="Tie"/>).
/// </summary>
public sealed class DecisionList
{
    private readonly List<Decision> _decisions = [];

    /// <summary>How many there are.</summary>
    public int Count => _decisions.Count;

    /// <summary>Adds a decision; gives its number.</summary>
    public int Add(Decision decision)
    {
        _decisions.Add(decision);
        return _decisions.Count - 1;
    }

    /// <summary>
    /// Adds a decision per copy. With a <paramref name="depth"/>, copy i is active only when the depth decision's choice is
    /// i − <paramref name="least"/> or a later one: its first choice keeps the copies 0 to <paramref name="least"/>.
    /// </summary>
    /// <param name="copies">How many copies.</param>
    /// <param name="decision">The decision of copy i, counted from 0.</param>
    /// <param name="depth">Number of the ordered decision that says how many copies there are, or null.</param>
    /// <param name="least">The last copy that is there with the depth's first choice.</param>
    public ImmutableArray<int> Repeat(int copies, Func<int, Decision> decision, int? depth = null, int least = 0) =>
        [.. Enumerable.Range(0, copies).Select(copy => Add(depth is { } number && copy > least
            ? decision(copy) with { When = AtLeast(number, copy - least) }
            : decision(copy)))];

    /// <summary>Adds one decision that all copies follow; gives its number for each of them.</summary>
    public ImmutableArray<int> Tie(int copies, Decision decision) => [.. Enumerable.Repeat(Add(decision), copies)];

    /// <summary>The condition that a decision took its choice <paramref name="first"/> or a later one.</summary>
    public Condition AtLeast(int decision, int first) =>
        new(decision, [.. Enumerable.Range(first, Math.Max(0, _decisions[decision].Count - first))]);

    /// <summary>The space of the decisions so far.</summary>
    /// <exception cref="InputException">The decisions do not fit together.</exception>
    public DecisionSpace Build(string id) => new(id, _decisions);
}
