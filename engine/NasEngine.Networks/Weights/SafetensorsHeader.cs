using System.Text.Json;
using TorchSharp;

namespace NasEngine.Networks;

/// <summary>The header of a safetensors file: for each tensor its type, shape and place in the data.</summary>
internal sealed record SafetensorsHeader(IReadOnlyList<SafetensorsHeader.Entry> Entries)
{
    /// <summary>One tensor.</summary>
    internal sealed record Entry(string Name, torch.ScalarType Type, long[] Shape, long Start, long End);

    /// <summary>Types by their name in the format, and their bytes.</summary>
    internal static readonly Dictionary<string, (torch.ScalarType Type, int Size)> Types = new(StringComparer.Ordinal)
    {
        ["F64"] = (torch.ScalarType.Float64, 8),
        ["F32"] = (torch.ScalarType.Float32, 4),
        ["F16"] = (torch.ScalarType.Float16, 2),
        ["BF16"] = (torch.ScalarType.BFloat16, 2),
        ["I64"] = (torch.ScalarType.Int64, 8),
        ["I32"] = (torch.ScalarType.Int32, 4),
        ["I16"] = (torch.ScalarType.Int16, 2),
        ["I8"] = (torch.ScalarType.Int8, 1),
        ["U8"] = (torch.ScalarType.Byte, 1),
        ["BOOL"] = (torch.ScalarType.Bool, 1),
    };

    /// <summary>The header as JSON, padded with blanks to a multiple of 8 bytes so that the data is aligned.</summary>
    public byte[] ToJson()
    {
        using var buffer = new MemoryStream();
        using (var json = new Utf8JsonWriter(buffer))
        {
            json.WriteStartObject();
            foreach (var entry in Entries)
            {
                json.WriteStartObject(entry.Name);
                json.WriteString("dtype", Types.First(pair => pair.Value.Type == entry.Type).Key);
                Write(json, "shape", entry.Shape);
                Write(json, "data_offsets", [entry.Start, entry.End]);
                json.WriteEndObject();
            }

            json.WriteEndObject();
        }

        while (buffer.Length % 8 != 0)
        {
            buffer.WriteByte((byte)' ');
        }

        return buffer.ToArray();
    }

    private static void Write(Utf8JsonWriter json, string name, long[] values)
    {
        json.WriteStartArray(name);
        foreach (var value in values)
        {
            json.WriteNumberValue(value);
        }

        json.WriteEndArray();
    }
}
