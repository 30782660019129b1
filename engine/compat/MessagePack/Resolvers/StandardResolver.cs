using System.Runtime.ExceptionServices;
using MessagePack.Formatters;

namespace MessagePack.Resolvers;

/// <summary>Knows the built-in types, collections of them, enums, unions and annotated types.</summary>
public sealed class StandardResolver : IFormatterResolver
{
    public static readonly StandardResolver Instance = new();

    public static readonly MessagePackSerializerOptions Options = new(Instance);

    private StandardResolver()
    {
    }

    public IMessagePackFormatter<T>? GetFormatter<T>()
    {
        Cache<T>.Error?.Throw();
        return Cache<T>.Formatter;
    }

    internal static class Cache<T>
    {
        public static readonly IMessagePackFormatter<T>? Formatter;

        public static readonly ExceptionDispatchInfo? Error;

        static Cache()
        {
            try
            {
                Formatter = (IMessagePackFormatter<T>?)FormatterFactory.Create(typeof(T));
            }
            catch (Exception e)
            {
                Error = ExceptionDispatchInfo.Capture(e);
            }
        }
    }
}
