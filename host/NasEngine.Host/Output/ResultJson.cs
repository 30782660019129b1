using System.Text.Json;
using NasEngine.Contracts;
using NasEngine.Host.Reports;
using NasEngine.Host.Retraining;
using NasEngine.Host.Worth;
using NasEngine.Pipeline.Reading;

namespace NasEngine.Host.Output;

/// <summary>What a search found, as <c>result.json</c> holds it and <c>nas run --json</c> ends with.</summary>
internal static class ResultJson
{
    /// <summary>One line of JSON.</summary>
    public static string Of(SearchSummary summary) => JsonText.Write(json => Write(json, summary));

    /// <summary>Its members.</summary>
    public static void Write(Utf8JsonWriter json, SearchSummary summary)
    {
        var header = summary.History.Header;
        json.WriteString("search", header.Spec.Name);
        json.WriteString("identity", header.Identity);
        json.WriteString("state", header.State);
        json.WritePropertyName("best");
        if (summary.Found.Count > 0)
        {
            Found(json, header.Spec, summary.Found[0]);
        }
        else
        {
            json.WriteNullValue();
        }

        json.WriteStartArray("runners_up");
        foreach (var found in summary.Found.Skip(1))
        {
            Found(json, header.Spec, found);
        }

        json.WriteEndArray();
        FrontJson.Write(json, summary.Front);
        WorthJson.Write(json, summary.Worth);
        RetrainJson.Write(json, summary.Retrained, null);
        json.WriteNumber("samples", summary.History.Samples);
        json.WriteNumber("steps", summary.History.Steps);
        Failures(json, summary.History);
        json.WriteNumber("seconds", Math.Round(header.Seconds, 3));
        json.WriteString("folder", summary.Folder);
    }

    private static void Failures(Utf8JsonWriter json, SearchHistory history)
    {
        json.WriteStartArray("failures");
        foreach (var (reason, count) in FailureLines.ByReason(history))
        {
            json.WriteStartObject();
            json.WriteString("reason", reason);
            json.WriteNumber("count", count);
            json.WriteEndObject();
        }

        json.WriteEndArray();
    }

    private static void Found(Utf8JsonWriter json, SearchSpec spec, FoundSummary found)
    {
        json.WriteStartObject();
        json.WriteString("architecture", found.Text);
        json.WriteString("id", found.Architecture.Id);
        json.WriteNumber("rank_in_search", found.Chosen);
        JsonText.Numbers(json, "metrics", found.Metrics);
        DeviationsJson.Write(json, found.Deviations);
        json.WriteString("latency_from", LatencyText.Source(found, spec));
        OverrunJson.Write(json, spec.Objective, found.Metrics);
        json.WriteEndObject();
    }
}
