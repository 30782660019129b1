using System.Linq;
using Microsoft.CodeAnalysis;

namespace NasEngine.Generators;

/// <summary>The formatter of an interface that one of several records implements: an array of the record's number and the record.</summary>
internal static class UnionFormatter
{
    /// <summary>Its source.</summary>
    /// <param name="union">An interface with <c>[Union(n, typeof(record))]</c> for each record.</param>
    public static string Of(INamedTypeSymbol union)
    {
        var (name, full) = (Names.InCode(union), Names.Full(union));
        var cases = union.GetAttributes()
            .Where(attribute => attribute.AttributeClass?.Name == "UnionAttribute")
            .Select(attribute => (
                Key: (int)attribute.ConstructorArguments[0].Value!,
                Type: Names.InCode((ITypeSymbol)attribute.ConstructorArguments[1].Value!)))
            .Select(one => (one.Key, one.Type, Formatter: $"options.Resolver.GetFormatterWithVerify<{one.Type}>()"))
            .ToArray();
        return FormatterFrame.Of(
            union,
            $$"""
                    switch (value)
                    {
            {{string.Join("\n", cases.Select(one => $$"""
                        case {{one.Type}} record:
                            writer.WriteArrayHeader(2);
                            writer.Write({{one.Key}});
                            {{one.Formatter}}.Serialize(ref writer, record, options);
                            break;
            """))}}
                        default:
                            throw new MessagePackSerializationException($"{value.GetType()} is no record of {{full}}.");
                    }
            """,
            $$"""
                    if (reader.ReadArrayHeader() != 2)
                    {
                        throw new MessagePackSerializationException("Not a number and a record, as {{full}} is.");
                    }

                    {{name}}? result = reader.ReadInt32() switch
                    {
            {{string.Join("\n", cases.Select(one => $"            {one.Key} => {one.Formatter}.Deserialize(ref reader, options),"))}}
                        var other => throw new MessagePackSerializationException($"{other} is the number of no record of {{full}}."),
                    };
            """);
    }
}
