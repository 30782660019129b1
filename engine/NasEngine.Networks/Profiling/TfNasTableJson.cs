using System.Text.Json;
using NasEngine.Contracts;

namespace NasEngine.Networks;

/// <summary>Writes tables as TF-NAS publishes them.</summary>
internal static class TfNasTableJson
{
    /// <summary>Where they have what every network takes beside its operations.</summary>
    private const string BaseKey = "base";

    /// <summary>See <see cref="LatencyTableFormat.TfNas"/>.</summary>
    public static void Write(LatencyTable table, Stream stream)
    {
        var times = table.Milliseconds.ToDictionary(pair => pair.Key, pair => table.Scale * pair.Value, StringComparer.Ordinal);
        if (table.Base != 0)
        {
            times[BaseKey] = times.GetValueOrDefault(BaseKey) + table.Base;
        }

        using var json = new Utf8JsonWriter(stream, LatencyTableJson.Indented);
        json.WriteStartObject();
        foreach (var group in times.GroupBy(pair => Parts(pair.Key).Name).OrderBy(group => group.Key, StringComparer.Ordinal))
        {
            WriteGroup(json, group.Key, [.. group.Select(pair => (Parts(pair.Key).Last, pair.Value))]);
        }

        json.WriteEndObject();
    }

    private static void WriteGroup(Utf8JsonWriter json, string name, (string? Last, double Time)[] times)
    {
        if (times is [(null, var time)])
        {
            json.WriteNumber(name, time);
            return;
        }

        json.WriteStartObject(name);
        foreach (var (last, one) in times)
        {
            json.WriteNumber(
                last ?? throw new InputException(
                    $"The table has a time for '{name}' and for parts of it; write it in this program's format."),
                one);
        }

        json.WriteEndObject();
    }

    private static (string Name, string? Last) Parts(string key) =>
        key.LastIndexOf('/') is > 0 and var at ? (key[..at], key[(at + 1)..]) : (key, null);
}
