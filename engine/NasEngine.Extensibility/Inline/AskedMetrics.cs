using System.Collections;
using System.Diagnostics.CodeAnalysis;

namespace NasEngine.Extensibility.Inline;

/// <summary>A trial's metrics as a score reads them: which it asks for is remembered, and one that is missing ends it.</summary>
/// <param name="value">The value of a metric; null where it is missing.</param>
internal sealed class AskedMetrics(Func<string, double?> value) : IReadOnlyDictionary<string, double>
{
    private readonly List<string> _asked = [];

    /// <summary>The metrics that were asked for, in the order of their first asking.</summary>
    public IReadOnlyList<string> Asked => _asked;

    /// <inheritdoc/>
    public IEnumerable<string> Keys => _asked;

    /// <inheritdoc/>
    public IEnumerable<double> Values => this.Select(pair => pair.Value);

    /// <inheritdoc/>
    public int Count => _asked.Count;

    /// <inheritdoc/>
    public double this[string key] => Look(key) ?? throw new MissingException();

    /// <inheritdoc/>
    public bool ContainsKey(string key) => Look(key) is not null;

    /// <inheritdoc/>
    public bool TryGetValue(string key, [MaybeNullWhen(false)] out double found)
    {
        var looked = Look(key);
        found = looked ?? 0;
        return looked is not null;
    }

    /// <inheritdoc/>
    public IEnumerator<KeyValuePair<string, double>> GetEnumerator() =>
        _asked.Where(key => value(key) is not null).Select(key => KeyValuePair.Create(key, value(key)!.Value)).GetEnumerator();

    /// <inheritdoc/>
    IEnumerator IEnumerable.GetEnumerator() => GetEnumerator();

    private double? Look(string key)
    {
        if (!_asked.Contains(key))
        {
            _asked.Add(key);
        }

        return value(key);
    }

    /// <summary>Carries control from a metric that is missing to who asked for the score.</summary>
    internal sealed class MissingException : Exception;
}
