using System.Collections.Immutable;
using System.Text.Json;
using NasEngine.Contracts;

namespace NasEngine.Networks;

/// <summary>
/// Times of operations on a device, by key. A network's latency is predicted as the sum over its operations (FBNetV2,
/// arXiv 2004.05565; TF-NAS, arXiv 2008.05314), which leaves out what operations cost each other.
/// </summary>
/// <param name="milliseconds">Milliseconds by key; see <see cref="NetworkHash.LatencyKey"/> for the keys of descriptions.</param>
public sealed class LatencyTable(ImmutableSortedDictionary<string, double> milliseconds)
{
    private static readonly JsonWriterOptions Indented = new() { Indented = true, Encoder = System.Text.Encodings.Web.JavaScriptEncoder.UnsafeRelaxedJsonEscaping };

    private string _name = "the latency table";

    /// <summary>Milliseconds by key.</summary>
    public ImmutableSortedDictionary<string, double> Milliseconds { get; } = milliseconds;

    /// <summary>Milliseconds of a key.</summary>
    /// <exception cref="InputException">The table has no such key.</exception>
    public double this[string key] => Milliseconds.TryGetValue(key, out var time) ? time : throw new InputException(
        $"{_name} has no time for '{key}'; measure it and add the key.");

    /// <summary>
    /// Reads a JSON object of milliseconds by key. A member that is an object itself holds times by a second key, joined by
    /// <c>/</c>, as the middle channels of TF-NAS's published tables: <c>MBInvertedResBlock_112_16_0_24_k3_s2_relu/48</c>.
    /// </summary>
    /// <exception cref="InputException">The file cannot be read, is no JSON object, or has a member that is no number.</exception>
    public static LatencyTable Read(string path)
    {
        try
        {
            using var json = JsonDocument.Parse(File.ReadAllBytes(path));
            var times = ImmutableSortedDictionary.CreateBuilder<string, double>(StringComparer.Ordinal);
            Collect(json.RootElement, "", times, path);
            return new LatencyTable(times.ToImmutable()) { _name = $"Latency table '{path}'" };
        }
        catch (JsonException wrong)
        {
            throw new InputException($"Latency table '{path}' is not valid JSON at line {wrong.LineNumber + 1}; it must be an object of milliseconds by key.", wrong);
        }
        catch (Exception wrong) when (wrong is IOException or UnauthorizedAccessException)
        {
            throw new InputException($"Latency table '{path}' cannot be read: {wrong.Message}", wrong);
        }
    }

    /// <summary>Writes the table as <see cref="Read"/> reads it, keys in order.</summary>
    public void Write(Stream stream)
    {
        using var json = new Utf8JsonWriter(stream, Indented);
        json.WriteStartObject();
        foreach (var (key, time) in Milliseconds)
        {
            json.WriteNumber(key, time);
        }

        json.WriteEndObject();
    }

    /// <summary>The sum over the network's operations, milliseconds.</summary>
    /// <exception cref="InputException">The table has no time for one of them.</exception>
    public double Of(NetworkSpec network) => network.LatencyKeys().Sum(key => this[key]);

    private static void Collect(JsonElement value, string key, ImmutableSortedDictionary<string, double>.Builder times, string path)
    {
        if (value.ValueKind == JsonValueKind.Object)
        {
            foreach (var member in value.EnumerateObject())
            {
                Collect(member.Value, key.Length > 0 ? $"{key}/{member.Name}" : member.Name, times, path);
            }
        }
        else if (value.ValueKind == JsonValueKind.Number && key.Length > 0)
        {
            times[key] = value.GetDouble();
        }
        else
        {
            throw new InputException($"Latency table '{path}' has {value.GetRawText()} for '{key}'; it must be an object of milliseconds by key.");
        }
    }
}
