using System.Collections.Immutable;
using System.Text;
using System.Text.Encodings.Web;
using System.Text.Json;
using NasEngine.Contracts;

namespace NasEngine.Networks;

/// <summary>Latency tables as JSON: this program's own, and bare objects of milliseconds by key as others publish them.</summary>
internal static class LatencyTableJson
{
    /// <summary>Layout of this program's own tables.</summary>
    private const int Version = 1;

    internal static readonly JsonWriterOptions Indented = new() { Indented = true, Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping };

    /// <summary>See <see cref="LatencyTable.Read(InputFile)"/>.</summary>
    public static LatencyTable Read(InputFile file)
    {
        return Read(file.Read(Bytes), file.Path);
    }

    /// <summary>The same of what a file holds.</summary>
    /// <exception cref="InputException">As above.</exception>
    public static LatencyTable Read(ReadOnlyMemory<byte> bytes, string path)
    {
        try
        {
            using var json = JsonDocument.Parse(bytes);
            return json.RootElement is { ValueKind: JsonValueKind.Object } root && root.TryGetProperty("milliseconds", out var own)
                && own.ValueKind == JsonValueKind.Object
                ? Own(root, own, path)
                : new LatencyTable(Times(json.RootElement, path)) { Name = Name(path) };
        }
        catch (JsonException wrong)
        {
            throw new InputException(
                $"{Name(path)} is not valid JSON at line {wrong.LineNumber + 1}; it must be an object of milliseconds by key.", wrong);
        }
    }

    /// <summary>See <see cref="LatencyTable.Write(Stream)"/>.</summary>
    public static void Write(LatencyTable table, Stream stream)
    {
        using var json = new Utf8JsonWriter(stream, Indented);
        json.WriteStartObject();
        json.WriteNumber("version", Version);
        if (table.Device is { } device)
        {
            json.WriteString("device", device);
        }

        json.WriteNumber("base_ms", table.Base);
        json.WriteNumber("scale", table.Scale);
        if (table.Error is { } error)
        {
            json.WriteNumber("error_ms", error);
        }

        json.WriteStartObject("milliseconds");
        foreach (var (key, time) in table.Milliseconds)
        {
            json.WriteNumber(key, time);
        }

        json.WriteEndObject();
        json.WriteEndObject();
    }

    private static string Name(string path) => $"Latency table '{path}'";

    private static LatencyTable Own(JsonElement root, JsonElement times, string path)
    {
        var version = Number(root, "version", path);
        return version == Version
            ? new LatencyTable(Times(times, path))
            {
                Name = Name(path),
                IsOwn = true,
                Device = root.TryGetProperty("device", out var device) ? device.ToString() : null,
                Base = Number(root, "base_ms", path) ?? 0,
                Scale = Number(root, "scale", path) ?? 1,
                Error = Number(root, "error_ms", path),
            }
            : throw new InputException(FormattableString.Invariant(
                $"{Name(path)} has layout {version}; this program reads layout {Version}."));
    }

    private static double? Number(JsonElement root, string name, string path) => !root.TryGetProperty(name, out var value)
        ? null
        : value.ValueKind == JsonValueKind.Number && double.IsFinite(value.GetDouble())
            ? value.GetDouble()
            : throw new InputException($"{Name(path)} has {value.GetRawText()} for '{name}'; it must be a number.");

    private static ReadOnlyMemory<byte> Bytes(Stream file)
    {
        using var content = new MemoryStream();
        file.CopyTo(content);
        ReadOnlyMemory<byte> bytes = content.GetBuffer().AsMemory(0, (int)content.Length);
        return bytes.Span.StartsWith(Encoding.UTF8.Preamble) ? bytes[Encoding.UTF8.Preamble.Length..] : bytes;
    }

    private static ImmutableSortedDictionary<string, double> Times(JsonElement value, string path)
    {
        var times = ImmutableSortedDictionary.CreateBuilder<string, double>(StringComparer.Ordinal);
        Collect(value, "", times, path);
        return times.ToImmutable();
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
            throw new InputException($"{Name(path)} has {value.GetRawText()} for '{key}'; it must be an object of milliseconds by key.");
        }
        else if (!times.TryAdd(key, value.GetDouble()))
        {
            throw new InputException($"{Name(path)} has two times for '{key}'; each key must be there once.");
        }
    }
}
