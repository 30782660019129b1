using System.Collections.Immutable;
using System.Globalization;
using NasEngine.Contracts;

namespace NasEngine.Networks;

/// <summary>
/// What the choices of some decisions select together, as a table: one number for every combination of choices, the last
/// decision's choice changing fastest. With weights on the choices, a combination weighs the product of its choices'
/// weights, as if the decisions were independent.
/// </summary>
/// <remarks>
/// One decision selects an operation; two select a width where the middle channels are a ratio of input channels that are
/// themselves searched. Without decisions there is one combination, of weight 1.
/// </remarks>
public sealed record Selection
{
    /// <summary>A table over decisions by name, with how many choices each has.</summary>
    /// <exception cref="InputException">
    /// The table has another number of entries than there are combinations, or one is negative.
    /// </exception>
    public Selection(ImmutableArray<string> decisions, ImmutableArray<int> counts, ImmutableArray<int> table)
    {
        (Decisions, Counts, Table) = (decisions, counts, table);
        var combinations = counts.Aggregate(1L, (product, count) => product * count);
        if (decisions.Length != counts.Length || decisions.Distinct().Count() < decisions.Length || combinations != table.Length
            || table.Any(entry => entry < 0))
        {
            throw new InputException(
                $"a selection by {decisions.Length} decisions of {combinations} combinations has {table.Length} entries; it needs one per "
                + $"combination, none negative.");
        }
    }

    /// <summary>Names of the decisions, each once.</summary>
    public ImmutableArray<string> Decisions { get; }

    /// <summary>Number of choices of each decision.</summary>
    public ImmutableArray<int> Counts { get; }

    /// <summary>What each combination selects.</summary>
    public ImmutableArray<int> Table { get; }

    /// <summary>The largest number in the table.</summary>
    public int Largest => Table.Max();

    /// <summary>The same number whatever is chosen.</summary>
    public static Selection Fixed(int entry) => new([], [], [entry]);

    /// <summary>A number per choice of one decision.</summary>
    public static Selection By(string decision, IEnumerable<int> table)
    {
        ImmutableArray<int> entries = [.. table];
        return new([decision], [entries.Length], entries);
    }

    /// <summary>Each choice of one decision selects its own number.</summary>
    public static Selection Each(Decision decision) => By(decision.Name, Enumerable.Range(0, decision.Count));

    /// <summary>The table of what <paramref name="change"/> makes of each number.</summary>
    public Selection Map(Func<int, int> change) => new(Decisions, Counts, [.. Table.Select(change)]);

    /// <summary>
    /// The table over the decisions of both, each decision once, of what <paramref name="combine"/> makes of the two numbers.
    /// </summary>
    public Selection Join(Selection other, Func<int, int, int> combine)
    {
        ImmutableArray<int> added = [.. Enumerable.Range(0, other.Decisions.Length).Where(i => !Decisions.Contains(other.Decisions[i]))];
        ImmutableArray<string> decisions = [.. Decisions, .. added.Select(i => other.Decisions[i])];
        ImmutableArray<int> counts = [.. Counts, .. added.Select(i => other.Counts[i])];
        return new(decisions, counts, [.. Combinations(counts).Select(choices =>
            combine(At(decisions, choices), other.At(decisions, choices)))]);
    }

    /// <summary>
    /// The table over the choices that are listed for each decision, in the order listed; a count is then that of the listed
    /// choices.
    /// </summary>
    internal Selection Restrict(Func<string, ImmutableArray<int>> listed)
    {
        var kept = Decisions.Select(listed).ToArray();
        ImmutableArray<int> counts = [.. kept.Select(choices => choices.Length)];
        return new(Decisions, counts, [.. Combinations(counts).Select(places =>
            At(Decisions, [.. places.Select((place, decision) => kept[decision][place])]))]);
    }

    /// <inheritdoc/>
    public bool Equals(Selection? other) =>
        other is not null && Decisions.AsSpan().SequenceEqual(other.Decisions.AsSpan()) &&
        Counts.AsSpan().SequenceEqual(other.Counts.AsSpan()) && Table.AsSpan().SequenceEqual(other.Table.AsSpan());

    /// <inheritdoc/>
    public override int GetHashCode() => HashCode.Combine(Decisions.Length, Table.Length);

    /// <summary>The decisions with their counts, and the table: <c>width:3 ratio:2 = 4 8 6 12 8 16</c>.</summary>
    public override string ToString() => string.Join(' ', [
        .. Decisions.Zip(Counts, (name, count) => string.Create(CultureInfo.InvariantCulture, $"{name}:{count}")),
        "=", .. Table.Select(entry => entry.ToString(CultureInfo.InvariantCulture))]);

    /// <summary>Reads what <see cref="ToString"/> writes.</summary>
    /// <exception cref="InputException">It is not of that form.</exception>
    public static Selection Parse(string text)
    {
        var words = text.Split(' ');
        var equals = Array.IndexOf(words, "=");
        var heads = words[..Math.Max(0, equals)].Select(
            word => (Name: word[..Math.Max(0, word.LastIndexOf(':'))], Count: word[(word.LastIndexOf(':') + 1)..]));
        return equals >= 0 ? new([.. heads.Select(head => head.Name)], [.. heads.Select(
            head => Whole(head.Count))], [.. words[(equals + 1)..].Select(Whole)]) : throw Wrong();

        int Whole(string word) =>
            int.TryParse(word, NumberStyles.None, CultureInfo.InvariantCulture, out var value) ? value : throw Wrong();
        InputException Wrong() => new($"the selection '{text}' is not of the form 'decision:count … = entry …'.");
    }

    private int At(ImmutableArray<string> decisions, int[] choices)
    {
        var index = 0;
        for (var i = 0; i < Decisions.Length; i++)
        {
            index = (index * Counts[i]) + choices[decisions.IndexOf(Decisions[i])];
        }

        return Table[index];
    }

    private static IEnumerable<int[]> Combinations(ImmutableArray<int> counts)
    {
        var choices = new int[counts.Length];
        do
        {
            yield return choices;
        }
        while (Advance(choices, counts));
    }

    private static bool Advance(int[] choices, ImmutableArray<int> counts)
    {
        for (var i = choices.Length - 1; i >= 0; i--)
        {
            if (++choices[i] < counts[i])
            {
                return true;
            }

            choices[i] = 0;
        }

        return false;
    }
}
