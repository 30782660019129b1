using System.Text.Json;
using NasEngine.Contracts;

namespace NasEngine.Host.Output;

/// <summary>Costs of an architecture over their targets, and metrics under their least, as JSON; empty lists when there is none.</summary>
internal static class OverrunJson
{
    public static void Write(Utf8JsonWriter json, ObjectiveSpec objective, IReadOnlyDictionary<string, double> metrics)
    {
        var all = Overrun.Of(objective, metrics).ToLookup(overrun => overrun.IsOver);
        Write(json, ("over_target", "cost", "target"), all[true]);
        Write(json, ("under_least", "value", "least"), all[false]);
    }

    private static void Write(Utf8JsonWriter json, (string List, string Value, string Limit) names, IEnumerable<Overrun> overruns)
    {
        json.WriteStartArray(names.List);
        foreach (var overrun in overruns)
        {
            json.WriteStartObject();
            json.WriteString("metric", overrun.Limit.Metric);
            json.WriteNumber(names.Value, overrun.Value);
            json.WriteNumber(names.Limit, overrun.Limit.Limit);
            json.WriteNumber("excess", overrun.Excess);
            json.WriteEndObject();
        }

        json.WriteEndArray();
    }
}
