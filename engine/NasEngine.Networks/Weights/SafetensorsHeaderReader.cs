using System.Text.Json;

namespace NasEngine.Networks;

/// <summary>Reads the header of a safetensors file token by token, so that what is wrong is told with tensor and byte.</summary>
/// <param name="json">The header.</param>
/// <param name="start">Byte of the file at which it starts.</param>
internal ref struct SafetensorsHeaderReader(ReadOnlySpan<byte> json, long start)
{
    private const string Metadata = "__metadata__";

    private readonly SortedDictionary<string, SafetensorsHeader.Entry> _entries = new(StringComparer.Ordinal);
    private Utf8JsonReader _json = new(json);
    private string _place = "";

    /// <summary>The tensors in the order of their data.</summary>
    /// <exception cref="FormatException">It is not a header, or names a type that is not known here.</exception>
    public SafetensorsHeader Read()
    {
        try
        {
            Next(JsonTokenType.StartObject, "an object");
            while (_json.Read() && _json.TokenType == JsonTokenType.PropertyName)
            {
                ReadTensor(_json.GetString()!);
            }

            _json.Read();
            return new SafetensorsHeader([.. _entries.Values.OrderBy(entry => entry.Start)]);
        }
        catch (JsonException)
        {
            throw Wrong("is not JSON", _json.BytesConsumed);
        }
    }

    private void ReadTensor(string name)
    {
        _place = $"tensor '{name}'";
        var at = _json.TokenStartIndex;
        if (name == Metadata)
        {
            _json.Skip();
            return;
        }

        string? type = null;
        long[]? shape = null, offsets = null;
        Next(JsonTokenType.StartObject, "an object");
        while (_json.Read() && _json.TokenType == JsonTokenType.PropertyName)
        {
            switch (_json.GetString())
            {
                case "dtype":
                    Next(JsonTokenType.String, "the name of a type");
                    type = _json.GetString()!;
                    break;
                case "shape":
                    shape = Numbers();
                    break;
                case "data_offsets":
                    offsets = Numbers();
                    break;
                default:
                    _json.Skip();
                    break;
            }
        }

        if (type is null || shape is null || offsets is not [var from, var to])
        {
            throw Wrong("has no dtype, shape or two data_offsets", at);
        }

        if (!_entries.TryAdd(name, Entry(name, type, shape, from, to, at)))
        {
            throw Wrong("is there twice", at);
        }

        _place = "";
    }

    private readonly SafetensorsHeader.Entry Entry(string name, string type, long[] shape, long from, long to, long at)
    {
        if (!SafetensorsHeader.Types.TryGetValue(type, out var known))
        {
            throw Wrong($"has type {type}; known: {string.Join(", ", SafetensorsHeader.Types.Keys.Order(StringComparer.Ordinal))};", at);
        }

        var size = shape.Aggregate((Int128)known.Size, (bytes, length) => bytes > long.MaxValue ? bytes : bytes * length);
        if (size > long.MaxValue)
        {
            throw Wrong("is larger than any file", at);
        }

        return size == to - from
            ? new SafetensorsHeader.Entry(name, known.Type, shape, from, to)
            : throw Wrong($"of {size} bytes has {to - from} bytes of data", at);
    }

    private long[] Numbers()
    {
        var numbers = new List<long>();
        Next(JsonTokenType.StartArray, "a list of numbers");
        while (_json.Read() && _json.TokenType != JsonTokenType.EndArray)
        {
            if (_json.TokenType != JsonTokenType.Number || !_json.TryGetInt64(out var number) || number < 0)
            {
                throw Wrong("has something else than a whole number of at least 0", _json.TokenStartIndex);
            }

            numbers.Add(number);
        }

        return [.. numbers];
    }

    private void Next(JsonTokenType expected, string what)
    {
        if (!_json.Read() || _json.TokenType != expected)
        {
            throw Wrong($"has something else than {what}", _json.TokenStartIndex);
        }
    }

    private readonly FormatException Wrong(string what, long at) =>
        new($"{(_place.Length > 0 ? _place : "its header")} {what} at byte {start + at}");
}
