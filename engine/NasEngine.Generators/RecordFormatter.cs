using System;
using System.Collections.Generic;
using System.Linq;
using Microsoft.CodeAnalysis;

namespace NasEngine.Generators;

/// <summary>
/// The formatter of a record: an array with a place for each key. Places that the bytes do not have keep their type's default, and those
/// that the record does not know are skipped, so that older and newer programs read each other's.
/// </summary>
internal static class RecordFormatter
{
    /// <summary>Its source.</summary>
    /// <param name="record">A type whose members have <c>[Key(n)]</c>; the first of them are the parameters of its constructor.</param>
    public static string Of(INamedTypeSymbol record)
    {
        var members = Members(record).OrderBy(member => member.Key).ToArray();
        var parameters = Parameters(record, members);
        var name = Names.InCode(record);
        var places = members.Length == 0 ? 0 : members[members.Length - 1].Key + 1;
        return FormatterFrame.Of(
            record,
            $$"""
                    writer.WriteArrayHeader({{places}});
            {{Lines(8, Enumerable.Range(0, places).Select(key => Write(members.FirstOrDefault(member => member.Key == key))))}}
            """,
            $$"""
                    var there = reader.ReadArrayHeader();
            {{Lines(8, members.Select(member => $"{member.Value.InCode} m{member.Key} = default!;"))}}
                    for (var place = 0; place < there; place++)
                    {
                        switch (place)
                        {
            {{Lines(16, members.SelectMany(Case))}}
                            default:
                                reader.Skip();
                                break;
                        }
                    }

                    var result = new {{name}}({{string.Join(", ", parameters.Select(member => $"m{member.Key}"))}})
                    {
            {{Lines(12, members.Except(parameters).Select(member => $"{member.Name} = m{member.Key},"))}}
                    };
            """);
    }

    private static string[] Case(Member member) => [$"case {member.Key}:", $"    m{member.Key} = {member.Value.Read};", "    break;"];

    private static IEnumerable<Member> Members(INamedTypeSymbol record) =>
        from property in record.GetMembers().OfType<IPropertySymbol>()
        from attribute in property.GetAttributes()
        where attribute.AttributeClass?.Name == "KeyAttribute"
        select new Member((int)attribute.ConstructorArguments[0].Value!, property.Name, MemberValue.Of(property.Type));

    private static Member[] Parameters(INamedTypeSymbol record, Member[] members)
    {
        var widest = record.InstanceConstructors
            .Where(constructor => constructor.DeclaredAccessibility == Accessibility.Public)
            .OrderByDescending(constructor => constructor.Parameters.Length)
            .First();
        return [.. widest.Parameters.Select(parameter =>
            members.First(member => string.Equals(member.Name, parameter.Name, StringComparison.OrdinalIgnoreCase)))];
    }

    private static string Write(Member? member) => member is null ? "writer.WriteNil();" : $"{member.Value.Write($"value.{member.Name}")};";

    private static string Lines(int indent, IEnumerable<string> lines) =>
        string.Join("\n", lines.Select(line => new string(' ', indent) + line));

    private sealed class Member(int key, string name, MemberValue value)
    {
        public int Key { get; } = key;

        public string Name { get; } = name;

        public MemberValue Value { get; } = value;
    }
}
