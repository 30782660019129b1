using System.Linq.Expressions;
using System.Reflection;
using MessagePack.Formatters;
using MessagePack.Resolvers;

namespace MessagePack.Contracts;

/// <summary>The code that writes or reads one member.</summary>
internal static class MemberFormat
{
    private static readonly MethodInfo GetFormatter =
        typeof(FormatterResolverExtensions).GetMethod(nameof(FormatterResolverExtensions.GetFormatterWithVerify))!;

    // Types no resolver may replace: they go to the writer and from the reader directly.
    private static readonly Dictionary<Type, string> Direct = new()
    {
        [typeof(short)] = nameof(MessagePackReader.ReadInt16),
        [typeof(int)] = nameof(MessagePackReader.ReadInt32),
        [typeof(long)] = nameof(MessagePackReader.ReadInt64),
        [typeof(ushort)] = nameof(MessagePackReader.ReadUInt16),
        [typeof(uint)] = nameof(MessagePackReader.ReadUInt32),
        [typeof(ulong)] = nameof(MessagePackReader.ReadUInt64),
        [typeof(float)] = nameof(MessagePackReader.ReadSingle),
        [typeof(double)] = nameof(MessagePackReader.ReadDouble),
        [typeof(bool)] = nameof(MessagePackReader.ReadBoolean),
        [typeof(byte)] = nameof(MessagePackReader.ReadByte),
        [typeof(sbyte)] = nameof(MessagePackReader.ReadSByte),
        [typeof(char)] = nameof(MessagePackReader.ReadChar),
    };

    public static Expression Write(
        ContractMember member, Expression value, ParameterExpression writer, ParameterExpression options)
    {
        var access = Expression.MakeMemberAccess(value, member.Info);
        if (Custom(member) is null && Direct.ContainsKey(member.Type))
        {
            return Expression.Call(writer, typeof(MessagePackWriter).GetMethod(nameof(MessagePackWriter.Write), [member.Type])!, access);
        }

        var formatter = Formatter(member, options);
        return Expression.Call(formatter, formatter.Type.GetMethod(nameof(IMessagePackFormatter<int>.Serialize))!, writer, access, options);
    }

    public static Expression Read(ContractMember member, ParameterExpression reader, ParameterExpression options)
    {
        if (Custom(member) is null && Direct.TryGetValue(member.Type, out var read))
        {
            return Expression.Call(reader, typeof(MessagePackReader).GetMethod(read)!);
        }

        var formatter = Formatter(member, options);
        return Expression.Call(formatter, formatter.Type.GetMethod(nameof(IMessagePackFormatter<int>.Deserialize))!, reader, options);
    }

    private static Expression Formatter(ContractMember member, ParameterExpression options)
    {
        if (Custom(member) is { } attribute)
        {
            var expected = typeof(IMessagePackFormatter<>).MakeGenericType(member.Type);
            var formatter = FormatterFactory.Activate(attribute, member.Type);
            return expected.IsInstanceOfType(formatter)
                ? Expression.Constant(formatter, expected)
                : throw ContractReader.Invalid(
                    member.Info.DeclaringType!,
                    $"gives {member.Name} the formatter {formatter.GetType().FullName}, which is not for {member.Type.FullName}");
        }

        var resolver = Expression.Property(options, nameof(MessagePackSerializerOptions.Resolver));
        return Expression.Call(GetFormatter.MakeGenericMethod(member.Type), resolver);
    }

    private static MessagePackFormatterAttribute? Custom(ContractMember member) =>
        member.Info.GetCustomAttribute<MessagePackFormatterAttribute>();
}
