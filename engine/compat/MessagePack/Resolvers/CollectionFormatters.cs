using System.Collections.Concurrent;
using System.Collections.Frozen;
using System.Collections.Immutable;
using System.Collections.ObjectModel;
using System.Reflection;
using MessagePack.Formatters;
using MessagePack.ImmutableCollection;

namespace MessagePack.Resolvers;

/// <summary>The formatters of generic collections, by generic type definition.</summary>
internal static class CollectionFormatters
{
    private static readonly Dictionary<Type, Func<Type[], object>> Factories = new()
    {
        [typeof(List<>)] = Type(typeof(ListFormatter<>)),
        [typeof(Memory<>)] = Type(typeof(MemoryFormatter<>)),
        [typeof(ReadOnlyMemory<>)] = Type(typeof(ReadOnlyMemoryFormatter<>)),
        [typeof(ImmutableArray<>)] = Type(typeof(ImmutableArrayFormatter<>)),
        [typeof(KeyValuePair<,>)] = Type(typeof(KeyValuePairFormatter<,>)),
        [typeof(IList<>)] = Method(nameof(InterfaceList)),
        [typeof(ICollection<>)] = Method(nameof(InterfaceCollection)),
        [typeof(IEnumerable<>)] = Method(nameof(Enumerable)),
        [typeof(IReadOnlyList<>)] = Method(nameof(ReadOnlyList)),
        [typeof(IReadOnlyCollection<>)] = Method(nameof(ReadOnlyCollection)),
        [typeof(ReadOnlyCollection<>)] = Method(nameof(ReadOnlyCollectionClass)),
        [typeof(HashSet<>)] = Method(nameof(HashSet)),
        [typeof(ISet<>)] = Method(nameof(InterfaceSet)),
        [typeof(IReadOnlySet<>)] = Method(nameof(ReadOnlySet)),
        [typeof(SortedSet<>)] = Method(nameof(SortedSet)),
        [typeof(Queue<>)] = Method(nameof(Queue)),
        [typeof(Stack<>)] = Method(nameof(Stack)),
        [typeof(LinkedList<>)] = Method(nameof(LinkedList)),
        [typeof(ImmutableList<>)] = Method(nameof(ImmutableListOf)),
        [typeof(IImmutableList<>)] = Method(nameof(InterfaceImmutableList)),
        [typeof(ImmutableHashSet<>)] = Method(nameof(ImmutableHashSetOf)),
        [typeof(IImmutableSet<>)] = Method(nameof(InterfaceImmutableSet)),
        [typeof(ImmutableSortedSet<>)] = Method(nameof(ImmutableSortedSetOf)),
        [typeof(ImmutableQueue<>)] = Method(nameof(ImmutableQueueOf)),
        [typeof(ImmutableStack<>)] = Method(nameof(ImmutableStackOf)),
        [typeof(FrozenSet<>)] = Method(nameof(FrozenSetOf)),
        [typeof(Dictionary<,>)] = Method(nameof(Dictionary)),
        [typeof(IDictionary<,>)] = Method(nameof(InterfaceDictionary)),
        [typeof(IReadOnlyDictionary<,>)] = Method(nameof(ReadOnlyDictionary)),
        [typeof(ReadOnlyDictionary<,>)] = Method(nameof(ReadOnlyDictionaryClass)),
        [typeof(SortedDictionary<,>)] = Method(nameof(SortedDictionary)),
        [typeof(SortedList<,>)] = Method(nameof(SortedList)),
        [typeof(ConcurrentDictionary<,>)] = Method(nameof(ConcurrentDictionary)),
        [typeof(ImmutableDictionary<,>)] = Method(nameof(ImmutableDictionaryOf)),
        [typeof(IImmutableDictionary<,>)] = Method(nameof(InterfaceImmutableDictionary)),
        [typeof(ImmutableSortedDictionary<,>)] = Method(nameof(ImmutableSortedDictionaryOf)),
        [typeof(FrozenDictionary<,>)] = Method(nameof(FrozenDictionaryOf)),
    };

    public static object? Find(Type type) =>
        type.IsGenericType && Factories.TryGetValue(type.GetGenericTypeDefinition(), out var factory)
            ? factory(type.GenericTypeArguments)
            : null;

    private static Func<Type[], object> Type(Type definition) =>
        arguments => Activator.CreateInstance(definition.MakeGenericType(arguments))!;

    private static Func<Type[], object> Method(string name)
    {
        var definition = typeof(CollectionFormatters).GetMethod(name, BindingFlags.NonPublic | BindingFlags.Static)!;
        return arguments => definition.MakeGenericMethod(arguments).Invoke(null, null)!;
    }

    private static object Of<T, TCollection>(Func<T[], TCollection> build)
        where TCollection : IEnumerable<T> =>
        new CollectionFormatter<T, TCollection>((items, _) => build(items));

    private static object OfHashed<T, TCollection>(Func<T[], IEqualityComparer<T>, TCollection> build)
        where TCollection : IEnumerable<T> =>
        new CollectionFormatter<T, TCollection>((items, security) => build(items, security.GetEqualityComparer<T>()));

    private static object Map<TKey, TValue, TMap>(Func<Dictionary<TKey, TValue>, TMap> build)
        where TKey : notnull
        where TMap : class, IEnumerable<KeyValuePair<TKey, TValue>> =>
        new MapFormatter<TKey, TValue, TMap>(build);

    private static object InterfaceList<T>() => Of<T, IList<T>>(x => new List<T>(x));

    private static object InterfaceCollection<T>() => Of<T, ICollection<T>>(x => new List<T>(x));

    private static object Enumerable<T>() => Of<T, IEnumerable<T>>(x => x);

    private static object ReadOnlyList<T>() => Of<T, IReadOnlyList<T>>(x => x);

    private static object ReadOnlyCollection<T>() => Of<T, IReadOnlyCollection<T>>(x => x);

    private static object ReadOnlyCollectionClass<T>() => Of<T, ReadOnlyCollection<T>>(x => new(x));

    private static object HashSet<T>() => OfHashed<T, HashSet<T>>((x, c) => new(x, c));

    private static object InterfaceSet<T>() => OfHashed<T, ISet<T>>((x, c) => new HashSet<T>(x, c));

    private static object ReadOnlySet<T>() => OfHashed<T, IReadOnlySet<T>>((x, c) => new HashSet<T>(x, c));

    private static object SortedSet<T>() => Of<T, SortedSet<T>>(x => new(x));

    private static object Queue<T>() => Of<T, Queue<T>>(x => new(x));

    private static object Stack<T>() => Of<T, Stack<T>>(x => new(x.Reverse()));

    private static object LinkedList<T>() => Of<T, LinkedList<T>>(x => new(x));

    private static object ImmutableListOf<T>() => Of<T, ImmutableList<T>>(ImmutableList.Create);

    private static object InterfaceImmutableList<T>() => Of<T, IImmutableList<T>>(ImmutableList.Create);

    private static object ImmutableHashSetOf<T>() =>
        OfHashed<T, ImmutableHashSet<T>>((x, c) => ImmutableHashSet.Create(c, x));

    private static object InterfaceImmutableSet<T>() =>
        OfHashed<T, IImmutableSet<T>>((x, c) => ImmutableHashSet.Create(c, x));

    private static object ImmutableSortedSetOf<T>() => Of<T, ImmutableSortedSet<T>>(ImmutableSortedSet.Create);

    private static object ImmutableQueueOf<T>() => Of<T, ImmutableQueue<T>>(ImmutableQueue.Create);

    private static object ImmutableStackOf<T>() => Of<T, ImmutableStack<T>>(x => ImmutableStack.CreateRange(x.Reverse()));

    private static object FrozenSetOf<T>() => OfHashed<T, FrozenSet<T>>((x, c) => x.ToFrozenSet(c));

    private static object Dictionary<TKey, TValue>()
        where TKey : notnull => Map<TKey, TValue, Dictionary<TKey, TValue>>(x => x);

    private static object InterfaceDictionary<TKey, TValue>()
        where TKey : notnull => Map<TKey, TValue, IDictionary<TKey, TValue>>(x => x);

    private static object ReadOnlyDictionary<TKey, TValue>()
        where TKey : notnull => Map<TKey, TValue, IReadOnlyDictionary<TKey, TValue>>(x => x);

    private static object ReadOnlyDictionaryClass<TKey, TValue>()
        where TKey : notnull => Map<TKey, TValue, ReadOnlyDictionary<TKey, TValue>>(x => new(x));

    private static object SortedDictionary<TKey, TValue>()
        where TKey : notnull => Map<TKey, TValue, SortedDictionary<TKey, TValue>>(x => new(x));

    private static object SortedList<TKey, TValue>()
        where TKey : notnull => Map<TKey, TValue, SortedList<TKey, TValue>>(x => new(x));

    private static object ConcurrentDictionary<TKey, TValue>()
        where TKey : notnull => Map<TKey, TValue, ConcurrentDictionary<TKey, TValue>>(x => new(x, x.Comparer));

    private static object ImmutableDictionaryOf<TKey, TValue>()
        where TKey : notnull =>
        Map<TKey, TValue, ImmutableDictionary<TKey, TValue>>(x => x.ToImmutableDictionary(x.Comparer));

    private static object InterfaceImmutableDictionary<TKey, TValue>()
        where TKey : notnull =>
        Map<TKey, TValue, IImmutableDictionary<TKey, TValue>>(x => x.ToImmutableDictionary(x.Comparer));

    private static object ImmutableSortedDictionaryOf<TKey, TValue>()
        where TKey : notnull =>
        Map<TKey, TValue, ImmutableSortedDictionary<TKey, TValue>>(x => x.ToImmutableSortedDictionary());

    private static object FrozenDictionaryOf<TKey, TValue>()
        where TKey : notnull =>
        Map<TKey, TValue, FrozenDictionary<TKey, TValue>>(x => x.ToFrozenDictionary(x.Comparer));
}
