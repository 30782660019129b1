using System.Collections;
using System.Collections.Immutable;
using System.Globalization;

namespace NasEngine.Contracts;

/// <summary>
/// Named option values as text, in invariant culture: what a recipe wrote for a component, before the component read
/// it. Names compare without case. A list is its items joined by commas.
/// </summary>
public sealed record OptionBag(ImmutableSortedDictionary<string, string> Values)
{
    /// <summary>No options: every default holds.</summary>
    public static OptionBag Empty { get; } =
        new(ImmutableSortedDictionary.Create<string, string>(StringComparer.OrdinalIgnoreCase));

    /// <summary>
    /// The public properties of <paramref name="options"/>, usually an anonymous object: <c>new { Lambda = 0.25 }</c>. One that is null
    /// is not given.
    /// </summary>
    /// <exception cref="InputException">
    /// They are a text, a number or a list in place of an object, or a property is not a number, text, boolean, enum, time span or list of
    /// them, or two differ in nothing but large and small letters.
    /// </exception>
    public static OptionBag From(object? options) => options switch
    {
        null => Empty,
        OptionBag bag => bag,
        IConvertible or IEnumerable => throw new InputException(
            "Options are given by their names, as in new { Scale = \"mini\" }, and here is "
            + (options is string text ? $"the text '{text}'." : $"a {options.GetType().Name}.")),
        _ => options.GetType().GetProperties().Aggregate(Empty, (bag, property) => property.GetValue(options) is { } value
            ? bag.Values.ContainsKey(property.Name)
                ? throw new InputException($"Option '{property.Name}' is given twice, in large and small letters; give it once.")
                : bag.With(property.Name, Text(property.Name, value))
            : bag),
    };

    /// <summary>This bag with <paramref name="name"/> set to <paramref name="value"/>.</summary>
    public OptionBag With(string name, string value) => new(Values.SetItem(name, value));

    /// <inheritdoc/>
    public bool Equals(OptionBag? other) =>
        other is not null && Values.Count == other.Values.Count &&
        Values.All(pair => other.Values.TryGetValue(pair.Key, out var value) && value == pair.Value);

    /// <inheritdoc/>
    public override int GetHashCode() => Values.Aggregate(
        0, (hash, pair) => HashCode.Combine(hash, pair.Key.ToLowerInvariant(), pair.Value));

    private static string Text(string name, object? value) => value switch
    {
        null => "",
        string text => text,
        bool flag => flag ? "true" : "false",
        Enum member => member.ToString(),
        TimeSpan time => time.ToString("c", CultureInfo.InvariantCulture),
        double or float or int or long or ulong or uint or decimal or short or byte =>
            ((IFormattable)value).ToString(null, CultureInfo.InvariantCulture),
        System.Collections.IEnumerable items => string.Join(',', items.Cast<object?>().Select(item => Text(name, item))),
        _ => throw new InputException(
            $"Option '{name}' has a value of type {value.GetType().Name}; give a number, text, true or false, or a list of them."),
    };
}
