using System.Buffers;
using System.Collections.Immutable;
using System.Text;
using System.Text.Encodings.Web;
using System.Text.Json;

namespace NasEngine.Host.Output;

/// <summary>Small helpers for JSON on one line.</summary>
internal static class JsonText
{
    private static readonly JsonWriterOptions Options = new() { Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping };

    /// <summary>One object as text.</summary>
    public static string Write(Action<Utf8JsonWriter> members)
    {
        var buffer = new ArrayBufferWriter<byte>();
        using (var json = new Utf8JsonWriter(buffer, Options))
        {
            json.WriteStartObject();
            members(json);
            json.WriteEndObject();
        }

        return Encoding.UTF8.GetString(buffer.WrittenSpan);
    }

    /// <summary>An object of numbers.</summary>
    public static void Numbers(Utf8JsonWriter json, string name, IEnumerable<KeyValuePair<string, double>> numbers)
    {
        json.WriteStartObject(name);
        foreach (var (key, value) in numbers)
        {
            json.WritePropertyName(key);
            Number(json, value);
        }

        json.WriteEndObject();
    }

    /// <summary>A number; null where it is not finite, which JSON cannot say.</summary>
    public static void Number(Utf8JsonWriter json, double value)
    {
        if (double.IsFinite(value))
        {
            json.WriteNumberValue(value);
        }
        else
        {
            json.WriteNullValue();
        }
    }

    /// <summary>An object of lists of numbers.</summary>
    public static void Lists(Utf8JsonWriter json, string name, IEnumerable<KeyValuePair<string, ImmutableArray<double>>> lists)
    {
        json.WriteStartObject(name);
        foreach (var (key, values) in lists)
        {
            json.WriteStartArray(key);
            foreach (var value in values)
            {
                Number(json, value);
            }

            json.WriteEndArray();
        }

        json.WriteEndObject();
    }
}
