using System.Globalization;
using System.Text;
using System.Text.Json.Nodes;

namespace NasEngine.Benchmarks;

/// <summary>What a benchmark measured: rows of named values, all rows with the same names.</summary>
public sealed record BenchmarkReport(string Name, string Summary, IReadOnlyList<IReadOnlyDictionary<string, object>> Rows)
{
    private static string Machine => $"{Environment.ProcessorCount} cores, {Environment.OSVersion}, .NET {Environment.Version}";

    /// <summary>The report as <c>{"name", "machine", "rows"}</c>.</summary>
    public JsonObject ToJson() => new()
    {
        ["name"] = Name,
        ["machine"] = Machine,
        ["rows"] = new JsonArray([.. Rows.Select(row => new JsonObject(row.Select(v => KeyValuePair.Create(v.Key, ToNode(v.Value)))))]),
    };

    /// <summary>The report as a page with one table.</summary>
    public string ToMarkdown()
    {
        var columns = Rows.Count == 0 ? [] : Rows[0].Keys.ToArray();
        var page = new StringBuilder($"# {Name}\n\n{Summary}\n\n{Machine}\n\n");
        page.Append($"| {string.Join(" | ", columns)} |\n|{string.Concat(columns.Select(_ => " --- |"))}\n");
        foreach (var row in Rows)
            page.Append($"| {string.Join(" | ", columns.Select(c => Format(row[c])))} |\n");
        return page.ToString();
    }

    private static JsonNode? ToNode(object value) => value switch
    {
        double number => JsonValue.Create(Math.Abs(number) < 0.001 ? number : Math.Round(number, 4)),
        int number => JsonValue.Create(number),
        long number => JsonValue.Create(number),
        bool flag => JsonValue.Create(flag),
        _ => JsonValue.Create(value.ToString()),
    };

    private static string Format(object value) => value is double number ? number.ToString(Math.Abs(number) is > 0 and < 0.001 ? "0.#e0" : "0.###", CultureInfo.InvariantCulture) : value.ToString() ?? "";
}
