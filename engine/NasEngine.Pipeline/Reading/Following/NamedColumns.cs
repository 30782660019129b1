namespace NasEngine.Pipeline.Reading.Following;

/// <summary>Columns by name. The names of most events are the same objects again and again, and found without being compared.</summary>
internal sealed class NamedColumns
{
    private const int MostSeen = 64;

    private readonly SortedDictionary<string, Column> _columns = new(StringComparer.Ordinal);
    private readonly List<(string Name, Column Column)> _seen = [];

    /// <summary>All of them, by name.</summary>
    public IReadOnlyDictionary<string, Column> All => _columns;

    /// <summary>The column of a name, which is made where there is none.</summary>
    public Column Of(string name)
    {
        foreach (var (seen, known) in _seen)
        {
            if (ReferenceEquals(seen, name))
            {
                return known;
            }
        }

        if (!_columns.TryGetValue(name, out var column))
        {
            _columns[name] = column = new Column();
        }

        if (_seen.Count < MostSeen)
        {
            _seen.Add((name, column));
        }

        return column;
    }
}
