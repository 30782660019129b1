using System.Diagnostics.CodeAnalysis;
using System.Reflection;
using System.Runtime.CompilerServices;
using System.Runtime.ExceptionServices;
using MessagePack.Formatters;
using MessagePack.Resolvers;

namespace MessagePack;

public static class FormatterResolverExtensions
{
    private static readonly MethodInfo GenericGetFormatter =
        typeof(IFormatterResolver).GetMethod(nameof(IFormatterResolver.GetFormatter))!;

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static IMessagePackFormatter<T> GetFormatterWithVerify<T>(this IFormatterResolver resolver)
    {
        // The usual resolver is a static field away; a virtual generic call costs more than many a formatter.
        if (resolver is StandardResolver && StandardResolver.Cache<T>.Formatter is { } formatter)
        {
            return formatter;
        }

        return Verify<T>(resolver);
    }

    public static object? GetFormatterDynamic(this IFormatterResolver resolver, Type type)
    {
        ArgumentNullException.ThrowIfNull(resolver);
        ArgumentNullException.ThrowIfNull(type);
        return GenericGetFormatter.MakeGenericMethod(type)
            .Invoke(resolver, BindingFlags.DoNotWrapExceptions, null, null, null);
    }

    [MethodImpl(MethodImplOptions.NoInlining)]
    private static IMessagePackFormatter<T> Verify<T>(IFormatterResolver resolver)
    {
        ArgumentNullException.ThrowIfNull(resolver);
        IMessagePackFormatter<T>? formatter = null;
        try
        {
            formatter = resolver.GetFormatter<T>();
        }
        catch (TypeInitializationException e)
        {
            ExceptionDispatchInfo.Throw(e.InnerException ?? e);
        }

        return formatter ?? NotRegistered<T>(resolver);
    }

    [DoesNotReturn]
    private static IMessagePackFormatter<T> NotRegistered<T>(IFormatterResolver resolver) =>
        throw new FormatterNotRegisteredException($"{typeof(T).FullName} is not registered in resolver: {resolver.GetType()}");
}
