using System.Collections.Immutable;
using System.Globalization;
using NasEngine.Contracts;

namespace NasEngine.Spaces.Mobile;

/// <summary>The choices of one setting, and the decision that takes one of them when there are several.</summary>
/// <param name="Values">The choices.</param>
/// <param name="Decision">Number of the decision, or −1 when there is one choice.</param>
internal sealed record Choices<T>(ImmutableArray<T> Values, int Decision)
{
    /// <summary>Number of the decision in a list, or an empty list.</summary>
    public ImmutableArray<int> Decisions => Decision < 0 ? [] : [Decision];

    /// <summary>Adds a decision for the choices when there are several.</summary>
    public static Choices<T> Add(DecisionList list, string group, string name, string prefix, ImmutableArray<T> values, bool ordered) =>
        new(values, values.Length < 2 ? -1 : list.Add(new Decision(
            group == name ? name : $"{group}.{name}",
            [.. values.Select(value => string.Create(CultureInfo.InvariantCulture, $"{prefix}{value}"))])
        {
            Group = group,
            Ordered = ordered,
        }));

    /// <summary>The choice that an architecture took.</summary>
    public T Of(ReadOnlySpan<int> values) => Values[Decision < 0 ? 0 : values[Decision]];
}
