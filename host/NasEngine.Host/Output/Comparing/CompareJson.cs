using System.Text.Json;
using NasEngine.Pipeline.Searches;

namespace NasEngine.Host.Output.Comparing;

/// <summary>Compared searches as JSON.</summary>
internal static class CompareJson
{
    /// <summary>One line: the searches, and the differences of the others' definitions to that of the first.</summary>
    public static string Of(IReadOnlyList<ComparedSearch> searches) => JsonText.Write(json =>
    {
        json.WriteStartArray("searches");
        foreach (var search in searches)
        {
            json.WriteStartObject();
            Write(json, search);
            json.WriteStartArray("differences");
            foreach (var difference in SpecDifference.Of(searches[0].Header.Spec, search.Header.Spec))
            {
                json.WriteStringValue(difference);
            }

            json.WriteEndArray();
            json.WriteStartObject("dominated_by");
            foreach (var other in searches.Where(other => other != search && other.Front is not null && search.Front is not null))
            {
                json.WriteNumber(other.Name, ComparedSearch.Dominated(search.Front!, other.Front!));
            }

            json.WriteEndObject();
            json.WriteEndObject();
        }

        json.WriteEndArray();
    });

    private static void Write(Utf8JsonWriter json, ComparedSearch search)
    {
        json.WriteString("search", search.Name);
        json.WriteString("state", search.State);
        json.WriteNumber("measured", search.Steps);
        json.WriteNumber("failed", search.Failed);
        json.WriteNumber("seconds", Math.Round(search.Header.Seconds, 3));
        json.WritePropertyName("best");
        json.WriteStringValue(search.Best?.Text);
        json.WriteBoolean("is_winner", search.IsWinner);
        JsonText.Numbers(json, "metrics", search.Best?.Metrics.AsEnumerable() ?? []);
        json.WriteString("curve_of", search.Axis.Metric);
        json.WriteStartArray("best_so_far");
        foreach (var value in search.Curve)
        {
            JsonText.Number(json, value);
        }

        json.WriteEndArray();
        FrontJson.Write(json, search.Front);
    }
}
