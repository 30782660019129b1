using System.Collections;
using System.Collections.Immutable;

namespace NasEngine.Contracts.Recipes;

/// <summary>Metrics of an architecture that a search found, by name; one that it does not have is told with those that it has.</summary>
/// <param name="values">The metrics.</param>
public sealed class FoundMetrics(ImmutableSortedDictionary<string, double> values) : IReadOnlyDictionary<string, double>
{
    /// <inheritdoc/>
    public IEnumerable<string> Keys => values.Keys;

    /// <inheritdoc/>
    public IEnumerable<double> Values => values.Values;

    /// <inheritdoc/>
    public int Count => values.Count;

    /// <inheritdoc/>
    /// <exception cref="InputException">There is no such metric.</exception>
    public double this[string key] => values.TryGetValue(key, out var value) ? value : throw new InputException(
        $"There is no metric '{key}' of what was found: {MetricNames.Instead(key, values.Keys)}") { Word = key };

    /// <summary>Metrics as a measurement has them.</summary>
    public static implicit operator FoundMetrics(ImmutableSortedDictionary<string, double> values) => new(values);

    /// <inheritdoc/>
    public bool ContainsKey(string key) => values.ContainsKey(key);

    /// <inheritdoc/>
    public bool TryGetValue(string key, out double value) => values.TryGetValue(key, out value);

    /// <inheritdoc/>
    public IEnumerator<KeyValuePair<string, double>> GetEnumerator() => values.GetEnumerator();

    /// <inheritdoc/>
    IEnumerator IEnumerable.GetEnumerator() => GetEnumerator();
}
