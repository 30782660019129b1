using System.Text.Json;
using System.Text.Json.Nodes;

namespace NasEngine.Benchmarks;

/// <summary>Rows that were measured, a line of JSON each, so that a benchmark that was interrupted goes on where it was.</summary>
/// <param name="path">The file; made with its folder when a first row is there.</param>
internal sealed class FinishedCases(string path)
{
    private readonly Dictionary<string, IReadOnlyDictionary<string, object>> _rows = Read(path);

    /// <summary>The row of a case: the one that is there, or one that is measured now.</summary>
    public IReadOnlyDictionary<string, object> Row(BenchmarkCase one)
    {
        if (!_rows.TryGetValue(one.Key, out var row))
        {
            _rows[one.Key] = row = one.Measure();
            Directory.CreateDirectory(Path.GetDirectoryName(path)!);
            var line = new JsonObject
            {
                ["key"] = one.Key,
                ["row"] = new JsonObject(row.Select(value => KeyValuePair.Create(value.Key, JsonSerializer.SerializeToNode(value.Value)))),
            };
            File.AppendAllText(path, line.ToJsonString() + "\n");
        }

        return row;
    }

    private static Dictionary<string, IReadOnlyDictionary<string, object>> Read(string path)
    {
        var rows = new Dictionary<string, IReadOnlyDictionary<string, object>>(StringComparer.Ordinal);

        // A last line that was cut off is measured again.
        foreach (var line in File.Exists(path) ? File.ReadAllText(path).Split('\n')[..^1] : [])
        {
            using var json = JsonDocument.Parse(line);
            rows[json.RootElement.GetProperty("key").GetString()!] = json.RootElement.GetProperty("row").EnumerateObject()
                .ToDictionary(value => value.Name, value => Value(value.Value));
        }

        return rows;
    }

    private static object Value(JsonElement value) => value.ValueKind != JsonValueKind.Number ? value.ToString()
        : value.TryGetInt64(out var whole) ? whole : value.GetDouble();
}
