using System.Text.Json;
using NasEngine.Contracts;
using NasEngine.Host.Reports;

namespace NasEngine.Host.Output;

/// <summary>
/// A Pareto front as JSON: its axes, and its architectures with the number of their trial (or their rank among finalists, from
/// 0) and their values on the axes; null where the objective has a single axis.
/// </summary>
internal static class FrontJson
{
    public static void Write(Utf8JsonWriter json, FrontSummary? front)
    {
        json.WritePropertyName("pareto_front");
        if (front is null)
        {
            json.WriteNullValue();
            return;
        }

        json.WriteStartObject();
        Axes(json, front.Axes);
        json.WriteString("of", front.OfFinalists ? "finalists" : "trials");
        json.WriteNumber("measured", front.Count);
        json.WriteStartArray("points");
        foreach (var entry in front.Entries)
        {
            json.WriteStartObject();
            json.WriteNumber(front.OfFinalists ? "finalist" : "trial", entry.Number);
            json.WriteString("architecture", entry.Found.Text);
            json.WriteString("id", entry.Found.Architecture.Id);
            JsonText.Numbers(json, "values", front.Axes.Select(axis => KeyValuePair.Create(axis.Metric, entry.Found.Metrics[axis.Metric])));
            json.WriteEndObject();
        }

        json.WriteEndArray();
        json.WriteEndObject();
    }

    /// <summary>The axes as a list.</summary>
    public static void Axes(Utf8JsonWriter json, IEnumerable<ObjectiveAxis> axes)
    {
        json.WriteStartArray("axes");
        foreach (var axis in axes)
        {
            json.WriteStartObject();
            json.WriteString("metric", axis.Metric);
            json.WriteString("direction", axis.Direction == Direction.Maximize ? "maximize" : "minimize");
            json.WriteEndObject();
        }

        json.WriteEndArray();
    }
}
