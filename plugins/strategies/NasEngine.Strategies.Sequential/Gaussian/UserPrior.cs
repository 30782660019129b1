using System.Collections.Immutable;
using System.Globalization;
using NasEngine.Contracts;

namespace NasEngine.Strategies.Sequential;

/// <summary>
/// Where a user believes the best architectures to be (πBO, Hvarfner et al., ICLR 2022, arXiv 2204.11051): a weight per choice, each
/// decision on its own.
/// </summary>
internal sealed class UserPrior
{
    private readonly DecisionSpace _space;
    private readonly ImmutableDictionary<int, ImmutableArray<double>> _shares;

    /// <summary>Reads it.</summary>
    /// <param name="space">The space.</param>
    /// <param name="text">
    /// <c>DECISION=CHOICE:WEIGHT,CHOICE:WEIGHT; …</c>, weights above 0; choices that are not named weigh 1, and decisions that are not
    /// named
    /// are left open. Empty for no belief.
    /// </param>
    /// <exception cref="InputException">It names what the space has not, or a weight is not a number above 0.</exception>
    public UserPrior(DecisionSpace space, string text)
    {
        _space = space;
        _shares = text.Split(';', StringSplitOptions.TrimEntries | StringSplitOptions.RemoveEmptyEntries).Select(Decision)
            .GroupBy(one => one.Decision).ToImmutableDictionary(group => group.Key, group => group.Last().Shares);
    }

    /// <summary>Whether nothing is believed.</summary>
    public bool IsOpen => _shares.IsEmpty;

    /// <summary>
    /// π relative to the likeliest choices: the product over the decisions of the choice's weight over the largest, 1 for what is open.
    /// </summary>
    public double Of(Architecture architecture) => _shares.Where(pair => architecture.Values[pair.Key] >= 0).OrderBy(pair => pair.Key)
        .Aggregate(1.0, (product, pair) => product * pair.Value[architecture.Values[pair.Key]] / pair.Value.Max());

    /// <summary>Draws an architecture from it.</summary>
    public Architecture Sample(RandomSource random)
    {
        var values = new int[_space.Decisions.Length];
        for (var number = 0; number < values.Length; number++)
        {
            values[number] = !_space.IsActive(number, values) ? Architecture.Inactive
                : _shares.TryGetValue(number, out var shares) ? random.NextCategorical(shares.AsSpan())
                : random.NextInt(_space.Decisions[number].Count);
        }

        return _space.Architecture(values);
    }

    private (int Decision, ImmutableArray<double> Shares) Decision(string text)
    {
        var sides = text.Split('=', StringSplitOptions.TrimEntries);
        var number = _space.Decisions.Select(decision => decision.Name).ToList().IndexOf(sides[0]);
        if (sides.Length != 2 || number < 0)
        {
            throw Wrong(text, $"'{sides[0]}' is no decision of space '{_space.Id}' with weights of choices behind it");
        }

        var weights = Enumerable.Repeat(1.0, _space.Decisions[number].Count).ToArray();
        foreach (var part in sides[1].Split(',', StringSplitOptions.TrimEntries))
        {
            var colon = part.LastIndexOf(':');
            var choice = colon < 0 ? -1 : _space.Decisions[number].Choices.IndexOf(part[..colon].Trim());
            weights[choice < 0 ? throw Wrong(text, $"'{part}' has no choice of '{sides[0]}' before a colon") : choice] =
                double.TryParse(part[(colon + 1)..], NumberStyles.Float, CultureInfo.InvariantCulture, out var weight) && weight > 0
                    && double.IsFinite(weight)
                    ? weight
                    : throw Wrong(text, $"'{part}' has no weight above 0 behind its colon");
        }

        return (number, [.. weights.Select(weight => weight / weights.Sum())]);
    }

    private static InputException Wrong(string text, string problem) => new(
        $"Option 'prior' has '{text}', and {problem}; write it as 'DECISION=CHOICE:WEIGHT,CHOICE:WEIGHT; …'.");
}
