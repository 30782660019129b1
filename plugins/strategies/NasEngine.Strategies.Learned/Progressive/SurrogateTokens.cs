using NasEngine.Contracts;

namespace NasEngine.Strategies.Learned;

/// <summary>
/// Architectures as sequences of tokens whose meaning is the same wherever they stand, so that a surrogate knows the operations of a
/// block that it has never seen: a token is a choice's label and its decision's name without group and digits.
/// </summary>
internal sealed class SurrogateTokens
{
    private readonly int[][] _tokens;

    /// <summary>Those of a space, without the decision that says the size.</summary>
    public SurrogateTokens(DecisionSpace decisions, int? size)
    {
        var numbers = new Dictionary<string, int>(StringComparer.Ordinal);
        _tokens = [.. decisions.Decisions.Select((decision, number) => number == size ? [] : decision.Choices.Select(label =>
        {
            var key = $"{Role(decision)}={label}";
            return numbers.TryGetValue(key, out var known) ? known : numbers[key] = numbers.Count;
        }).ToArray())];
        Count = numbers.Count;
    }

    /// <summary>How many there are.</summary>
    public int Count { get; }

    /// <summary>The sequence of an architecture: its active decisions in order.</summary>
    public int[] Of(Architecture architecture) =>
    [
        .. architecture.Values.Select((value, number) => (value, number))
            .Where(one => one.value >= 0 && _tokens[one.number].Length > 0).Select(one => _tokens[one.number][one.value]),
    ];

    private static string Role(Decision decision)
    {
        var group = decision.Group + ".";
        var name = decision.Name.StartsWith(group, StringComparison.Ordinal) ? decision.Name[group.Length..] : decision.Name;
        return string.Concat(name.Where(letter => !char.IsAsciiDigit(letter)));
    }
}
