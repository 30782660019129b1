using System.Runtime.CompilerServices;

namespace MessagePack.Formatters;

/// <summary>The generic calls for a type known only at run time; a type of a collectible assembly is not kept alive.</summary>
internal abstract class TypedFormat
{
    private static readonly ConditionalWeakTable<Type, TypedFormat> ByType = [];

    public static TypedFormat Of(Type type) =>
        ByType.GetValue(type, t => (TypedFormat)Activator.CreateInstance(typeof(TypedFormat<>).MakeGenericType(t))!);

    public abstract void Serialize(ref MessagePackWriter writer, object? value, MessagePackSerializerOptions options);

    public abstract object? Deserialize(ref MessagePackReader reader, MessagePackSerializerOptions options);
}

internal sealed class TypedFormat<T> : TypedFormat
{
    public override void Serialize(ref MessagePackWriter writer, object? value, MessagePackSerializerOptions options) =>
        options.Resolver.GetFormatterWithVerify<T>().Serialize(ref writer, (T)value!, options);

    public override object? Deserialize(ref MessagePackReader reader, MessagePackSerializerOptions options) =>
        options.Resolver.GetFormatterWithVerify<T>().Deserialize(ref reader, options);
}
