using System.Text.Json;
using NasEngine.Contracts;
using NasEngine.Networks;
using NasEngine.Plugins.Conformance;
using NasEngine.Spaces.FBNetV2;

namespace NasEngine.Benchmarks.SinglePath;

/// <summary>The steps and slices of a finished search, as <c>nas show --json</c> tells them, with the description of each path.</summary>
internal static class RecordedSearch
{
    private const int CalibrationBatches = 8;

    /// <summary>Writes the file that rival_singlepath.py reads.</summary>
    /// <param name="show">What <c>nas show --json</c> printed.</param>
    /// <param name="data">Folder of the IDX files.</param>
    /// <param name="batches">Sizes and numbers of the recipe's batches.</param>
    /// <param name="file">Where to.</param>
    public static void Write(JsonElement show, string data, SinglePathBatches batches, string file)
    {
        var space = (INetworkSpace)PluginParts.Of(new FBNetV2Plugin()).Space("fbnetv2-f", OptionBag.From(new { Scale = "mini" }));
        var numbers = new Dictionary<string, int>(StringComparer.Ordinal);
        var work = show.GetProperty("trials").EnumerateArray().ToArray();
        int[][] steps = [.. work.Where(one => one.TryGetProperty("train", out _)).Select(step => Numbers(step, numbers))];
        int[] slices = [.. work.Where(one => one.TryGetProperty("architecture", out _))
            .Select(trial => Number(trial.GetProperty("architecture").GetString()!, numbers))];

        using var stream = File.Create(file);
        using var json = new Utf8JsonWriter(stream);
        json.WriteStartObject();
        json.WriteString("data", data);
        json.WriteNumber("batch", batches.Training);
        json.WriteNumber("validation_batch", batches.Validation);
        json.WriteNumber("validation_batches", batches.ValidationBatches);
        json.WriteNumber("calibration_batches", CalibrationBatches);
        json.WritePropertyName("steps");
        JsonSerializer.Serialize(json, steps);
        json.WritePropertyName("slices");
        JsonSerializer.Serialize(json, slices);
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

    private static int[] Numbers(JsonElement step, Dictionary<string, int> numbers) =>
        [.. step.GetProperty("train").EnumerateArray().Select(path => Number(path.GetString()!, numbers))];

    private static int Number(string path, Dictionary<string, int> numbers)
    {
        numbers.TryAdd(path, numbers.Count);
        return numbers[path];
    }
}

/// <summary>Sizes and numbers of the recipe's batches.</summary>
internal sealed record SinglePathBatches(int Training, int Validation, int ValidationBatches);
