using System.Text.Json;
using NasEngine.Contracts;

namespace NasEngine.Host.Output;

/// <summary>Costs of an architecture over their targets as JSON; an empty list when there is none.</summary>
internal static class OverrunJson
{
    public static void Write(Utf8JsonWriter json, ObjectiveSpec objective, IReadOnlyDictionary<string, double> metrics)
    {
        json.WriteStartArray("over_target");
        foreach (var overrun in Overrun.Of(objective, metrics))
        {
            json.WriteStartObject();
            json.WriteString("metric", overrun.Target.Metric);
            json.WriteNumber("cost", overrun.Cost);
            json.WriteNumber("target", overrun.Target.Value);
            json.WriteNumber("excess", overrun.Excess);
            json.WriteEndObject();
        }

        json.WriteEndArray();
    }
}
