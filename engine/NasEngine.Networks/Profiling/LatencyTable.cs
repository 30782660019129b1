using System.Collections.Immutable;
using System.Text;
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
    /// <remarks>
    /// Tables that are straight lines through measurements, as those of TF-NAS, are negative at widths far below the measured ones;
    /// such a time is no time.
    /// </remarks>
    /// <exception cref="InputException">The table has no such key, or a negative time for it.</exception>
    public double this[string key] => Milliseconds.TryGetValue(key, out var time) switch
    {
        false => throw new InputException($"{_name} has no time for '{key}'; measure it and add the key."),
        true when time < 0 => throw new InputException(FormattableString.Invariant(
            $"{_name} has {time} ms for '{key}'; a time cannot be negative, measure it again.")),
        _ => time,
    };

    /// <summary>
    /// Reads a JSON object of milliseconds by key, plain or gzip, with or without a byte order mark. A member that is an object itself
    /// holds times by a second key, joined by <c>/</c>, as the middle channels of TF-NAS's published tables:
    /// <c>MBInvertedResBlock_112_16_0_24_k3_s2_relu/48</c>.
    /// </summary>
    /// <exception cref="InputException">
    /// The file cannot be read, is no JSON object, has a member that is no finite number, or one key twice.
    /// </exception>
    public static LatencyTable Read(InputFile file)
    {
        var path = file.Path;
        try
        {
            using var json = JsonDocument.Parse(file.Read(Bytes));
            var times = ImmutableSortedDictionary.CreateBuilder<string, double>(StringComparer.Ordinal);
            Collect(json.RootElement, "", times, path);
            return new LatencyTable(times.ToImmutable()) { _name = $"Latency table '{path}'" };
        }
        catch (JsonException wrong)
        {
            throw new InputException($"Latency table '{path}' is not valid JSON at line {wrong.LineNumber + 1}; it must be an object of milliseconds by key.", wrong);
        }
    }

    /// <summary>As <see cref="Read(InputFile)"/>, of a file that a command names.</summary>
    /// <exception cref="InputException">As above.</exception>
    public static LatencyTable Read(string path) => Read(new InputFile("latency", "'space cost'", path));

    /// <summary>Writes the table as <see cref="Read(InputFile)"/> reads it, keys in order.</summary>
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

    /// <summary>
    /// The sum over an architecture's parts, milliseconds: by the space's own keys where it has some and the table holds one of them,
    /// otherwise over the operations of its network.
    /// </summary>
    /// <exception cref="InputException">The table has no time for one of them, or the architecture belongs to another space.</exception>
    public double Of(INetworkSpace space, Architecture architecture) =>
        space is ILatencyKeys known && known.LatencyKeys(architecture) is var keys && keys.Any(Milliseconds.ContainsKey)
            ? keys.Sum(key => this[key])
            : Of(space.Describe(architecture));

    private static ReadOnlyMemory<byte> Bytes(Stream file)
    {
        using var content = new MemoryStream();
        file.CopyTo(content);
        ReadOnlyMemory<byte> bytes = content.GetBuffer().AsMemory(0, (int)content.Length);
        return bytes.Span.StartsWith(Encoding.UTF8.Preamble) ? bytes[Encoding.UTF8.Preamble.Length..] : bytes;
    }

    private static void Collect(JsonElement value, string key, ImmutableSortedDictionary<string, double>.Builder times, string path)
    {
        if (value.ValueKind == JsonValueKind.Object)
        {
            foreach (var member in value.EnumerateObject())
            {
                Collect(member.Value, key.Length > 0 ? $"{key}/{member.Name}" : member.Name, times, path);
            }
        }
        else if (value.ValueKind != JsonValueKind.Number || key.Length == 0 || !double.IsFinite(value.GetDouble()))
        {
            throw new InputException($"Latency table '{path}' has {value.GetRawText()} for '{key}'; it must be an object of milliseconds by key.");
        }
        else if (!times.TryAdd(key, value.GetDouble()))
        {
            throw new InputException($"Latency table '{path}' has two times for '{key}'; each key must be there once.");
        }
    }
}
