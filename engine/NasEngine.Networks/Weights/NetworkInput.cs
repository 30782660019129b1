using System.Collections.Immutable;
using System.Text.Json;
using NasEngine.Contracts;

namespace NasEngine.Networks;

/// <summary>What a trained network expects of its input and what its outputs stand for: what a program needs beside the weights.</summary>
/// <param name="Shape">Shape of one input.</param>
/// <param name="Mean">Mean of each channel, in units of the data: bytes are 0 to 255.</param>
/// <param name="Deviation">Standard deviation of each channel; an input is (x − mean)/deviation.</param>
/// <param name="Classes">Names of the classes in the order of the outputs; empty where they have none.</param>
/// <param name="Data">Name of the data.</param>
/// <param name="DataHash">SHA-256 of the data, hexadecimal.</param>
public sealed record NetworkInput(
    FeatureShape Shape, ImmutableArray<float> Mean, ImmutableArray<float> Deviation, ImmutableArray<string> Classes, string Data,
    string DataHash)
{
    /// <summary>Names of the features, where there is a channel for each; empty for images.</summary>
    public ImmutableArray<string> Features { get; init; } = [];

    /// <summary>What token numbers stand for, of sequences; null for other inputs.</summary>
    public Vocabulary? Vocabulary { get; init; }

    /// <summary>How pictures were brought to the shape; null for other inputs, and where the data does not say.</summary>
    public PictureResizing? Resizing { get; init; }

    /// <summary>
    /// Mean and standard deviation of the number to learn, in units of the data: what the network gives times the latter plus the former.
    /// </summary>
    public (float Mean, float Deviation)? Target { get; init; }

    /// <summary>Counts it from a data set.</summary>
    public static NetworkInput Of(IDataset data) => Of(data, PixelStatistics.Of(data.Train));

    /// <summary>That of a data set whose pixels were counted.</summary>
    internal static NetworkInput Of(IDataset data, PixelStatistics statistics)
    {
        var (channels, height, width) = data.Train.Shape;
        return new NetworkInput(
            new FeatureShape(channels, height, width), [.. statistics.Mean], [.. statistics.Deviation], [.. data.ClassNames], data.Name,
            data.Hash)
        {
            Features = [.. data.FeatureNames],
            Vocabulary = data.Vocabulary,
            Resizing = data.Resizing,
            Target = statistics.Target,
        };
    }

    /// <summary>Writes it as JSON.</summary>
    public void Write(Stream destination)
    {
        using var json = new Utf8JsonWriter(destination, new JsonWriterOptions { Indented = true });
        json.WriteStartObject();
        Numbers(json, "shape", [Shape.Channels, Shape.Height, Shape.Width]);
        Numbers(json, "mean", Mean);
        Numbers(json, "deviation", Deviation);
        Names(json, "classes", Classes);
        Names(json, "features", Features);
        Numbers(json, "target", Target is { } target ? [target.Mean, target.Deviation] : []);
        if (Vocabulary is { } vocabulary)
        {
            json.WriteString("splitting", vocabulary.Splitting);
            Names(json, "tokens", vocabulary.Tokens);
        }

        Names(json, "resizing", Resizing is { } resizing ? [resizing.Method, resizing.Filter] : []);
        json.WriteString("data", Data);
        json.WriteString("hash", DataHash);
        json.WriteEndObject();
    }

    /// <summary>Reads what <see cref="Write"/> wrote.</summary>
    /// <param name="source">Where from.</param>
    /// <param name="name">What the source is called in messages.</param>
    /// <exception cref="InputException">It is none.</exception>
    public static NetworkInput Read(Stream source, string name)
    {
        try
        {
            using var json = JsonDocument.Parse(source);
            var root = json.RootElement;
            var shape = Numbers(root, "shape");
            return new NetworkInput(
                new FeatureShape((int)shape[0], (int)shape[1], (int)shape[2]),
                Numbers(root, "mean"),
                Numbers(root, "deviation"),
                [.. root.GetProperty("classes").EnumerateArray().Select(one => one.GetString()!)],
                root.GetProperty("data").GetString()!,
                root.GetProperty("hash").GetString()!)
            {
                Vocabulary = root.TryGetProperty("tokens", out var tokens)
                    ? new Vocabulary(
                        root.GetProperty("splitting").GetString()!, [.. tokens.EnumerateArray().Select(one => one.GetString()!)])
                    : null,
                Resizing = root.TryGetProperty("resizing", out var resizing) && resizing.GetArrayLength() == 2
                    ? new PictureResizing(resizing[0].GetString()!, resizing[1].GetString()!)
                    : null,
                Features = [.. root.GetProperty("features").EnumerateArray().Select(one => one.GetString()!)],
                Target = Numbers(root, "target") is [var mean, var deviation] ? (mean, deviation) : null,
            };
        }
        catch (Exception wrong) when (wrong is JsonException or KeyNotFoundException or InvalidOperationException or FormatException
            or IndexOutOfRangeException)
        {
            throw new InputException($"'{name}' does not say what a network's input is: {wrong.Message}", wrong);
        }
    }

    private static void Names(Utf8JsonWriter json, string name, IEnumerable<string> names)
    {
        json.WriteStartArray(name);
        foreach (var one in names)
        {
            json.WriteStringValue(one);
        }

        json.WriteEndArray();
    }

    private static void Numbers(Utf8JsonWriter json, string name, IEnumerable<float> values)
    {
        json.WriteStartArray(name);
        foreach (var value in values)
        {
            json.WriteNumberValue(value);
        }

        json.WriteEndArray();
    }

    private static ImmutableArray<float> Numbers(JsonElement json, string name) =>
        [.. json.GetProperty(name).EnumerateArray().Select(one => one.GetSingle())];
}
