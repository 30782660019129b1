using System.Reflection;
using MessagePack.Contracts;
using MessagePack.Formatters;

namespace MessagePack.Resolvers;

/// <summary>Finds or makes the formatter of a type, once.</summary>
internal static class FormatterFactory
{
    public static object? Create(Type type)
    {
        if (type == typeof(object))
        {
            return ObjectFormatter.Instance;
        }

        return BuiltinFormatters.Find(type)
            ?? FromAttribute(type)
            ?? CollectionFormatters.Find(type)
            ?? ArrayOf(type)
            ?? NullableOf(type)
            ?? EnumOf(type)
            ?? UnionOf(type)
            ?? ContractOf(type);
    }

    public static object Activate(MessagePackFormatterAttribute attribute, Type type)
    {
        var formatterType = attribute.FormatterType;
        if (formatterType.IsGenericTypeDefinition)
        {
            formatterType = formatterType.MakeGenericType(type.GetGenericArguments());
        }

        if (attribute.Arguments is { Length: > 0 } arguments)
        {
            return Activator.CreateInstance(formatterType, arguments)!;
        }

        return formatterType.GetField("Instance", BindingFlags.Public | BindingFlags.Static)?.GetValue(null)
            ?? Activator.CreateInstance(formatterType)!;
    }

    private static object? FromAttribute(Type type) =>
        type.GetCustomAttribute<MessagePackFormatterAttribute>() is { } attribute ? Activate(attribute, type) : null;

    private static object? ArrayOf(Type type) =>
        type.IsSZArray ? New(typeof(ArrayFormatter<>), type.GetElementType()!) : null;

    private static object? NullableOf(Type type) =>
        Nullable.GetUnderlyingType(type) is { } inner ? New(typeof(NullableFormatter<>), inner) : null;

    private static object? EnumOf(Type type)
    {
        if (!type.IsEnum)
        {
            return null;
        }

        var number = type.GetEnumUnderlyingType();
        return New(typeof(GenericEnumFormatter<,,>), type, number, BuiltinFormatters.ScalarOf(number));
    }

    private static object? UnionOf(Type type) =>
        (type.IsInterface || type.IsAbstract) && type.IsDefined(typeof(UnionAttribute), inherit: false)
            ? New(typeof(UnionFormatter<>), type)
            : null;

    private static object? ContractOf(Type type) =>
        ContractReader.Read(type) is { } contract
            ? Activator.CreateInstance(typeof(ContractFormatter<>).MakeGenericType(type), contract)
            : null;

    private static object New(Type generic, params Type[] arguments) =>
        Activator.CreateInstance(generic.MakeGenericType(arguments))!;
}
