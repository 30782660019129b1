using System.Globalization;
using System.Text.Json;
using NasEngine.Contracts;
using NasEngine.Host.Reports;
using NasEngine.Host.Retraining;
using NasEngine.Host.Worth;
using NasEngine.Pipeline.Reading;

namespace NasEngine.Host.Output;

/// <summary>
/// All of a search as one JSON object. Nothing outside <c>times</c>, <c>origin</c>, <c>notes</c> and
/// <c>same_compute</c> of <c>worth</c> differs between two equal searches.
/// </summary>
internal static class ShowJson
{
    public static string Of(SearchSummary summary, string state, ISearchSpace space) => JsonText.Write(json =>
    {
        var history = summary.History;
        var header = history.Header;
        json.WriteString("search", header.Spec.Name);
        json.WriteString("state", state);
        SpecJson.Write(json, header.Spec);
        json.WriteStartArray("trials");
        foreach (var entry in history.Candidates)
        {
            Trial(json, entry, space);
        }

        json.WriteEndArray();
        JsonText.Lists(json, "alphas", history.Alphas);
        json.WriteStartArray("finalists");
        foreach (var finalist in history.Finalists)
        {
            json.WriteStartObject();
            json.WriteString("architecture", space.Format(finalist.Architecture));
            json.WriteString("id", finalist.Architecture.Id);
            Measurement(json, finalist.Measurement);
            DeviationsJson.Write(json, finalist.Deviations);
            OverrunJson.Write(json, header.Spec.Objective, (finalist.WithLatency() ?? new Measurement()).Metrics);
            json.WriteEndObject();
        }

        json.WriteEndArray();
        FrontJson.Write(json, summary.Front);
        WorthJson.Write(json, summary.Worth);
        RetrainJson.Write(json, summary.Retrained, space);
        json.WritePropertyName("best");
        json.WriteStringValue(history.Finalists.Count > 0 ? space.Format(history.Finalists[0].Architecture)
            : summary.Leader is { } leader ? space.Format(leader.Architecture) : null);
        json.WriteNumber("samples", history.Samples);
        json.WriteNumber("steps", history.Steps);
        if (history.Failure is { } failure)
        {
            json.WriteString("failure", failure);
        }

        json.WriteStartArray("notes");
        foreach (var note in history.Notes)
        {
            json.WriteStartObject();
            json.WriteString("at", note.At.ToString("O", CultureInfo.InvariantCulture));
            json.WriteString("text", note.Text);
            if (note.Candidate is { } number)
            {
                json.WriteNumber("trial", number);
            }

            json.WriteEndObject();
        }

        json.WriteEndArray();
        Times(json, history);
        Origin(json, history);
    });

    private static void Trial(Utf8JsonWriter json, HistoryEntry entry, ISearchSpace space)
    {
        json.WriteStartObject();
        json.WriteNumber("number", entry.Candidate.Number);
        switch (entry.Candidate.Work)
        {
            case Trial trial:
                json.WriteString("architecture", space.Format(trial.Architecture));
                break;
            case SupernetStep step:
                json.WriteString("rule", step.Rule.Id);
                RoutesJson.Write(json, "train", step.Train, space);
                RoutesJson.Write(json, "validate", step.Validate, space);
                break;
        }

        Measurement(json, entry.Measurement);
        if (entry.Status.Count > 0)
        {
            JsonText.Numbers(json, "status", entry.Status);
        }

        json.WriteEndObject();
    }

    private static void Measurement(Utf8JsonWriter json, Measurement? measurement)
    {
        if (measurement is null)
        {
            return;
        }

        JsonText.Numbers(json, "metrics", measurement.Metrics);
        if (measurement.Series.Count > 0)
        {
            JsonText.Lists(json, "series", measurement.Series);
        }

        if (measurement.Failure is { } failure)
        {
            json.WriteString("failure", $"{failure.Kind}: {failure.Message}");
        }
    }

    private static void Times(Utf8JsonWriter json, SearchHistory history)
    {
        json.WriteStartObject("times");
        json.WriteString("created", history.Header.Created);
        json.WriteNumber("seconds", history.Header.Seconds);
        json.WriteStartArray("trials");
        foreach (var entry in history.Candidates)
        {
            json.WriteStringValue(entry.At?.ToString("O", System.Globalization.CultureInfo.InvariantCulture));
        }

        json.WriteEndArray();
        json.WriteStartArray("latency_ms");
        foreach (var finalist in history.Finalists)
        {
            json.WriteNumberValue(finalist.Latency?.Milliseconds ?? 0);
        }

        json.WriteEndArray();
        json.WriteStartArray("lost_attempts");
        foreach (var lost in history.LostAttempts)
        {
            json.WriteStringValue($"{CandidateText.Of(lost.Number)}, attempt {lost.Attempt}: {lost.Reason}");
        }

        json.WriteEndArray();
        json.WriteEndObject();
    }

    private static void Origin(Utf8JsonWriter json, SearchHistory history)
    {
        var origin = history.Header.Origin;
        json.WriteStartObject("origin");
        json.WriteString("engine", origin.EngineVersion);
        json.WriteString("device", origin.Device);
        json.WriteString("data", origin.DataHash);
        json.WriteStartObject("files");
        foreach (var (place, hash) in origin.Inputs.Files.OrderBy(pair => pair.Key, StringComparer.Ordinal))
        {
            json.WriteString(place, hash);
        }

        json.WriteEndObject();
        json.WriteString("recipe", origin.Recipe);
        json.WriteStartObject("plugins");
        foreach (var (id, hash) in origin.PluginHashes.OrderBy(pair => pair.Key, StringComparer.Ordinal))
        {
            json.WriteString(id, hash);
        }

        json.WriteEndObject();
        json.WriteStartArray("plugin_changes");
        foreach (var change in history.PluginChanges)
        {
            json.WriteStartObject();
            json.WriteString("plugin", change.Plugin);
            json.WriteString("was", change.Was);
            json.WriteString("now", change.Now);
            json.WriteEndObject();
        }

        json.WriteEndArray();
        json.WriteEndObject();
    }
}
