using System.Globalization;
using System.Text.Json;

namespace NasEngine.Host.Output.Trials;

/// <summary>Trials as JSON.</summary>
internal static class TrialJson
{
    /// <summary>One line: the search, its state, how many trials there are and those that were asked for.</summary>
    public static string Of(string search, string state, int all, IReadOnlyList<TrialRow> rows) => JsonText.Write(json =>
    {
        json.WriteString("search", search);
        json.WriteString("state", state);
        json.WriteNumber("all", all);
        Write(json, "trials", rows);
    });

    /// <summary>A member that lists them.</summary>
    public static void Write(Utf8JsonWriter json, string name, IEnumerable<TrialRow> rows)
    {
        json.WriteStartArray(name);
        foreach (var row in rows)
        {
            json.WriteStartObject();
            json.WriteNumber("number", row.Number);
            json.WriteString("state", row.State);
            json.WriteString("architecture", row.Architecture);
            json.WriteString("id", row.Id);
            JsonText.Numbers(json, "metrics", row.Metrics);
            json.WritePropertyName("score");
            JsonText.Number(json, row.Score ?? double.NaN);
            json.WriteString("failure", row.Failure);
            json.WriteString("at", row.At?.ToString("O", CultureInfo.InvariantCulture));
            if (row.Fidelity?.Epochs is { } epochs)
            {
                json.WriteNumber("epochs", epochs);
            }

            json.WriteEndObject();
        }

        json.WriteEndArray();
    }
}
