using System.Text.Json;
using NasEngine.Contracts;
using NasEngine.Networks;
using NasEngine.Plugins.Conformance;
using NasEngine.Spaces.FBNetV2;

namespace NasEngine.Benchmarks.Quickstart;

/// <summary>The steps of a finished search, as <c>nas show --json</c> tells them, with the description of each path.</summary>
internal static class RecordedSearch
{
    /// <summary>Writes the file that rival_quickstart.py reads.</summary>
    /// <param name="show">What <c>nas show --json</c> printed.</param>
    /// <param name="data">Folder of the IDX files.</param>
    /// <param name="batch">Images of a batch.</param>
    /// <param name="file">Where to.</param>
    public static void Write(JsonElement show, string data, int batch, string file)
    {
        var space = (INetworkSpace)PluginParts.Of(new FBNetV2Plugin()).Space("fbnetv2-f", OptionBag.From(new { Scale = "mini" }));
        var numbers = new Dictionary<string, int>(StringComparer.Ordinal);
        var steps = show.GetProperty("trials").EnumerateArray().Select(step => new
        {
            train = Numbers(step, "train", numbers),
            validate = Numbers(step, "validate", numbers),
        }).ToArray();

        using var stream = File.Create(file);
        using var json = new Utf8JsonWriter(stream);
        json.WriteStartObject();
        json.WriteString("data", data);
        json.WriteNumber("batch", batch);
        json.WritePropertyName("steps");
        JsonSerializer.Serialize(json, steps);
        json.WriteStartArray("networks");
        foreach (var text in numbers.Keys)
        {
            using var network = new MemoryStream();
            NetworkJson.Write(space.Describe(space.Parse(text)), network);
            json.WriteRawValue(network.ToArray());
        }

        json.WriteEndArray();
        json.WriteEndObject();
    }

    private static int[] Numbers(JsonElement step, string name, Dictionary<string, int> numbers) =>
        [.. step.GetProperty(name).EnumerateArray().Select(path => Number(path.GetString()!, numbers))];

    private static int Number(string path, Dictionary<string, int> numbers)
    {
        numbers.TryAdd(path, numbers.Count);
        return numbers[path];
    }
}
