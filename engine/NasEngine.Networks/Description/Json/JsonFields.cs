using System.Text.Json;
using NasEngine.Contracts;

namespace NasEngine.Networks;

/// <summary>Reads the fields of a JSON object and says what is wrong with one, and where.</summary>
internal readonly struct JsonFields
{
    private readonly JsonElement _element;
    private readonly string _owner;

    public JsonFields(JsonElement element, string owner)
    {
        (_element, _owner) = (element, owner);
        if (element.ValueKind != JsonValueKind.Object)
        {
            throw new InputException($"{owner} is {element.ValueKind} in JSON; it must be an object.");
        }
    }

    public string Text(string name) => Field(name) is { ValueKind: JsonValueKind.String } field
        ? field.GetString()!
        : throw Wrong(name, "a text");

    public int Whole(string name) => Field(name) is { ValueKind: JsonValueKind.Number } field && field.TryGetInt32(out var value)
        ? value
        : throw Wrong(name, "a whole number");

    public int Whole(string name, int otherwise) => Field(name) is null ? otherwise : Whole(name);

    public double Real(string name) => Field(name) is { ValueKind: JsonValueKind.Number } field
        ? field.GetDouble()
        : throw Wrong(name, "a number");

    public bool Flag(string name) => Field(name) switch
    {
        { ValueKind: JsonValueKind.True } => true,
        { ValueKind: JsonValueKind.False } => false,
        _ => throw Wrong(name, "true or false"),
    };

    public JsonElement[] List(string name) => Field(name) is { ValueKind: JsonValueKind.Array } field
        ? [.. field.EnumerateArray()]
        : throw Wrong(name, "a list");

    public int[] Wholes(string name)
    {
        var values = new List<int>();
        foreach (var item in List(name))
        {
            values.Add(item.ValueKind == JsonValueKind.Number && item.TryGetInt32(out var value)
                ? value
                : throw Wrong(name, "a list of whole numbers"));
        }

        return [.. values];
    }

    private JsonElement? Field(string name) => _element.TryGetProperty(name, out var field) ? field : null;

    private InputException Wrong(string name, string right) => new($"{_owner} must have '{name}' as {right}.");
}
