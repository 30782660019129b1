using System.Globalization;
using System.Text.Json;

namespace NasEngine.Benchmarks;

/// <summary>Rows of an earlier run of a benchmark by their keys: what does not depend on the machine need not be measured anew.</summary>
/// <param name="path">Its result file; one that is not there has no rows.</param>
/// <param name="keys">Names of the values that tell rows apart.</param>
internal sealed class KeptRows(string path, params string[] keys)
{
    private readonly Dictionary<string, Dictionary<string, object>> _rows = File.Exists(path)
        ? Read(path).ToDictionary(row => Key(keys.Select(key => row[key])))
        : [];

    /// <summary>The row with these values of the keys, or null.</summary>
    public Dictionary<string, object>? Find(params object[] values) => _rows.GetValueOrDefault(Key(values));

    private static IEnumerable<Dictionary<string, object>> Read(string path)
    {
        using var report = JsonDocument.Parse(File.ReadAllText(path));
        foreach (var row in report.RootElement.GetProperty("rows").EnumerateArray())
        {
            yield return row.EnumerateObject().ToDictionary(value => value.Name, value => Value(value.Value));
        }
    }

    private static object Value(JsonElement value) => value.ValueKind != JsonValueKind.Number ? value.ToString()
        : value.TryGetInt64(out var whole) ? whole : value.GetDouble();

    private static string Key(IEnumerable<object> values) =>
        string.Join('\n', values.Select(value => Convert.ToString(value, CultureInfo.InvariantCulture)));
}
