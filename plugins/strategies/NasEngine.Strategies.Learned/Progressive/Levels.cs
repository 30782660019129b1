using System.Collections.Immutable;
using System.Globalization;
using NasEngine.Contracts;

namespace NasEngine.Strategies.Learned;

/// <summary>
/// A space by levels, each of which opens more decisions; those that are not open have their first choice. Where one ordered decision
/// says how much there is (the blocks of a cell in PNAS, arXiv 1712.00559), a level is one of its choices and opens the decisions that
/// the choice brings. Elsewhere a level opens one group, in the space's order: a network of an early level is a small one where first
/// choices are the least there is, the identity of NAS-Bench-Macro.
/// </summary>
internal sealed class Levels
{
    /// <summary>The most children of one architecture.</summary>
    private const long MostChildren = 1_000_000;

    private readonly DecisionSpace _decisions;
    private readonly ImmutableArray<ImmutableArray<int>> _opened;

    /// <summary>The levels of a space.</summary>
    /// <exception cref="InputException">A level has more combinations than can be scored.</exception>
    public Levels(DecisionSpace decisions)
    {
        _decisions = decisions;
        Size = FindSize(decisions);
        _opened = Size is { } size
            ? [.. Enumerable.Range(0, decisions.Decisions[size].Count).Select(level => Brought(size, level))]
            : [.. decisions.Groups.Select(group => group.Decisions)
                .Where(group => group.Any(number => decisions.Decisions[number].Count > 1))];
        for (var level = 0; level < Count; level++)
        {
            var children = _opened[level].Aggregate(1.0, (product, number) => product * decisions.Decisions[number].Count);
            if (children > MostChildren)
            {
                throw new InputException(string.Create(
                    CultureInfo.InvariantCulture,
                    $"Strategy 'pnas' scores all that a level opens, and level {level + 1} of space '{decisions.Id}' has {children:0}; "
                    + $"it takes spaces with at most {MostChildren}."));
            }
        }
    }

    /// <summary>The decision whose choices are the levels; null where levels are groups.</summary>
    public int? Size { get; }

    /// <summary>How many levels there are.</summary>
    public int Count => _opened.Length;

    /// <summary>All of the first level.</summary>
    public IEnumerable<Architecture> First() => Children(_decisions.Architecture(new int[_decisions.Decisions.Length]), 0);

    /// <summary>What an architecture of the level before becomes by every combination of what a level opens.</summary>
    /// <param name="parent">The architecture.</param>
    /// <param name="level">The level of the children, from 0.</param>
    public IEnumerable<Architecture> Children(Architecture parent, int level)
    {
        int[] values = [.. parent.Values.Select(value => Math.Max(0, value))];
        if (Size is { } size)
        {
            values[size] = level;
        }

        return Open(values, level, 0);
    }

    private IEnumerable<Architecture> Open(int[] values, int level, int place)
    {
        if (place == _opened[level].Length)
        {
            return [_decisions.Architecture(values)];
        }

        var number = _opened[level][place];
        var active = _decisions.Architecture(values).Values[number] != Architecture.Inactive;
        return Enumerable.Range(0, active ? _decisions.Decisions[number].Count : 1).SelectMany(choice =>
        {
            var next = (int[])values.Clone();
            next[number] = choice;
            return Open(next, level, place + 1);
        });
    }

    private ImmutableArray<int> Brought(int size, int level) => [.. Enumerable.Range(0, _decisions.Decisions.Length).Where(number =>
        number != size && IsThere(number, size, level) && (level == 0 || !IsThere(number, size, level - 1)))];

    /// <summary>Whether nothing about the size forbids a decision.</summary>
    private bool IsThere(int number, int size, int level) => _decisions.Decisions[number].When is not { } when
        || (when.Decision == size ? when.Values.Contains(level) : IsThere(when.Decision, size, level));

    /// <summary>The one ordered decision each of whose further choices brings decisions that stay.</summary>
    private static int? FindSize(DecisionSpace decisions)
    {
        var sizes = Enumerable.Range(0, decisions.Decisions.Length).Where(number =>
        {
            var decision = decisions.Decisions[number];
            var brought = decisions.Decisions.Select(other => other.When).OfType<Condition>()
                .Where(when => when.Decision == number).ToArray();
            return decision is { Ordered: true, Count: > 1 }
                && brought.All(when =>
                    when.Values.Order().SequenceEqual(Enumerable.Range(when.Values.Min(), decision.Count - when.Values.Min())))
                && Enumerable.Range(1, decision.Count - 1).All(choice => brought.Any(when => when.Values.Min() == choice));
        }).ToArray();
        return sizes.Length == 1 ? sizes[0] : null;
    }
}
