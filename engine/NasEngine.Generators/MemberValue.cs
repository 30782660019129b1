using System;
using Microsoft.CodeAnalysis;

namespace NasEngine.Generators;

/// <summary>How the value of a member is written and read: at once where MessagePack has a method for it, else by its formatter.</summary>
internal sealed class MemberValue
{
    private MemberValue(string inCode, string read, Func<string, string> write)
    {
        InCode = inCode;
        Read = read;
        Write = write;
    }

    /// <summary>Its type in code.</summary>
    public string InCode { get; }

    /// <summary>The expression that reads it.</summary>
    public string Read { get; }

    /// <summary>The expression that writes a value, of the expression of that value.</summary>
    public Func<string, string> Write { get; }

    /// <summary>That of a member of a type.</summary>
    public static MemberValue Of(ITypeSymbol type)
    {
        var inCode = Names.InCode(type);
        if (type is INamedTypeSymbol { EnumUnderlyingType: { } number })
        {
            return new(inCode, $"({inCode})reader.Read{number.Name}()", value => $"writer.Write(({Names.InCode(number)}){value})");
        }

        if (type.SpecialType is SpecialType.System_Boolean or SpecialType.System_String or SpecialType.System_Single
            or SpecialType.System_Double or (>= SpecialType.System_SByte and <= SpecialType.System_UInt64))
        {
            return new(inCode, $"reader.Read{type.Name}()!", value => $"writer.Write({value})");
        }

        var formatter = $"options.Resolver.GetFormatterWithVerify<{inCode}>()";
        return new(
            inCode, $"{formatter}.Deserialize(ref reader, options)", value => $"{formatter}.Serialize(ref writer, {value}!, options)");
    }
}
