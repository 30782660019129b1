using System.Text.Json;
using NasEngine.Contracts;

namespace NasEngine.Networks;

/// <summary>
/// Network descriptions as JSON: <c>{"format":"nasengine-network","version":1,"nodes":[…]}</c>, a node being its kind
/// (<c>op</c>), the numbers of its inputs, its shape, stage and block, and the settings of its operation.
/// </summary>
public static class NetworkJson
{
    private const string Format = "nasengine-network";
    private const int Version = 1;

    /// <summary>Writes a network.</summary>
    public static void Write(NetworkSpec network, Stream destination)
    {
        using var writer = new Utf8JsonWriter(destination, new JsonWriterOptions { Indented = true });
        writer.WriteStartObject();
        writer.WriteString("format", Format);
        writer.WriteNumber("version", Version);
        writer.WriteStartArray("nodes");
        foreach (var node in network.Nodes)
        {
            Write(node, writer);
        }

        writer.WriteEndArray();
        writer.WriteEndObject();
    }

    /// <summary>Reads what <see cref="Write(NetworkSpec, Stream)"/> wrote and checks every shape again.</summary>
    /// <exception cref="InputException">
    /// Not JSON, of another format or version, an unknown operation, or shapes that do not fit.
    /// </exception>
    public static NetworkSpec Read(Stream source)
    {
        try
        {
            using var document = JsonDocument.Parse(source);
            return Read(document.RootElement);
        }
        catch (JsonException wrong)
        {
            throw new InputException($"The network description is not JSON: {wrong.Message}", wrong);
        }
    }

    private static NetworkSpec Read(JsonElement root)
    {
        var top = new JsonFields(root, "The network description");
        if (top.Text("format") is var format && format != Format)
        {
            throw new InputException($"The network description has format '{format}'; it must be '{Format}'.");
        }

        if (top.Whole("version") is var version && version != Version)
        {
            throw new InputException($"The network description has version {version}; this program reads version {Version}.");
        }

        return NetworkReader.Read(top.List("nodes"));
    }

    private static void Write(Node node, Utf8JsonWriter writer)
    {
        writer.WriteStartObject();
        writer.WriteString("op", node.Operation.Kind);
        Numbers("inputs", [.. node.Inputs]);
        Numbers("shape", [node.Shape.Channels, node.Shape.Height, node.Shape.Width]);
        writer.WriteString("stage", node.Stage);
        writer.WriteString("block", node.Block);
        foreach (var (name, value) in OperationFields.Of(node.Operation))
        {
            writer.WritePropertyName(name);
            switch (value)
            {
                case int number: writer.WriteNumberValue(number); break;
                case double number: writer.WriteNumberValue(number); break;
                case bool flag: writer.WriteBooleanValue(flag); break;
                default: writer.WriteStringValue((string)value); break;
            }
        }

        writer.WriteEndObject();

        void Numbers(string name, int[] values)
        {
            writer.WriteStartArray(name);
            foreach (var value in values)
            {
                writer.WriteNumberValue(value);
            }

            writer.WriteEndArray();
        }
    }
}
