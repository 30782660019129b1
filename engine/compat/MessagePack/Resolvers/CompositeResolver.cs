using System.Collections.Concurrent;
using System.Runtime.CompilerServices;
using MessagePack.Formatters;

namespace MessagePack.Resolvers;

public static class CompositeResolver
{
    public static IFormatterResolver Create(
        IReadOnlyList<IMessagePackFormatter> formatters, IReadOnlyList<IFormatterResolver> resolvers)
    {
        ArgumentNullException.ThrowIfNull(formatters);
        ArgumentNullException.ThrowIfNull(resolvers);
        return new CachingResolver([.. formatters], [.. resolvers]);
    }

    public static IFormatterResolver Create(params IFormatterResolver[] resolvers) => Create([], resolvers);

    public static IFormatterResolver Create(params IMessagePackFormatter[] formatters) => Create(formatters, []);

    private sealed class CachingResolver(IMessagePackFormatter[] formatters, IFormatterResolver[] resolvers)
        : IFormatterResolver
    {
        private readonly ConcurrentDictionary<Type, IMessagePackFormatter?> cache = new();

        // A type of a collectible assembly must not be kept alive by having been serialised once.
        private readonly ConditionalWeakTable<Type, IMessagePackFormatter> collectible = [];

        public IMessagePackFormatter<T>? GetFormatter<T>()
        {
            if (cache.TryGetValue(typeof(T), out var formatter) || collectible.TryGetValue(typeof(T), out formatter))
            {
                return (IMessagePackFormatter<T>?)formatter;
            }

            var found = Find<T>();
            if (!typeof(T).IsCollectible)
            {
                cache[typeof(T)] = found;
            }
            else if (found is not null)
            {
                collectible.AddOrUpdate(typeof(T), found);
            }

            return found;
        }

        private IMessagePackFormatter<T>? Find<T>() =>
            formatters.OfType<IMessagePackFormatter<T>>().FirstOrDefault()
            ?? resolvers.Select(resolver => resolver.GetFormatter<T>()).FirstOrDefault(found => found is not null);
    }
}
