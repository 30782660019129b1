using System.Collections.Immutable;
using System.Globalization;

namespace NasEngine.Contracts;

/// <summary>An option counts only beside a value of another option of the same part, and is refused where it changes nothing.</summary>
/// <param name="Option">Name of the other option.</param>
/// <param name="Values">The values of it that are meant; the empty text is that of an option that is not given.</param>
/// <param name="IsExcept">Whether it counts beside all values but these; otherwise beside these alone.</param>
public sealed record OptionCondition(string Option, ImmutableArray<string> Values, bool IsExcept)
{
    /// <summary>Whether it counts beside this value of the other option.</summary>
    public bool Holds(string value) => Values.Any(one => IsSame(one, value)) != IsExcept;

    /// <summary>Where it counts, after 'only': <c>with cost=sum or excess</c>.</summary>
    public override string ToString() => (Values, IsExcept) switch
    {
        ([""], true) => $"where '{Option}' is given",
        ([""], false) => $"where '{Option}' is not given",
        (_, true) => $"where '{Option}' is not {string.Join(" or ", Values)}",
        _ => $"with {Option}={string.Join(" or ", Values)}",
    };

    /// <summary>What mends it: <c>give cost=sum</c>.</summary>
    internal string Mending => (Values, IsExcept) switch
    {
        ([""], true) => $"give '{Option}' too",
        ([""], false) => $"leave '{Option}' out",
        (_, true) => $"give '{Option}' another value",
        _ => $"give {Option}={Values[0]}",
    };

    private static bool IsSame(string one, string other) =>
        double.TryParse(one, NumberStyles.Float, CultureInfo.InvariantCulture, out var left)
        && double.TryParse(other, NumberStyles.Float, CultureInfo.InvariantCulture, out var right)
            ? left.Equals(right)
            : one.Equals(other.Trim(), StringComparison.OrdinalIgnoreCase);
}
