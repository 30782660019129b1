using System.Collections;
using System.Diagnostics.CodeAnalysis;
using TorchSharp.Utils;
using static TorchSharp.torch;

namespace TorchSharp.Modules
{
    /// <summary>Modules by name, in the order in which they came.</summary>
    public class ModuleDict<T> : nn.Module, IDictionary<string, T>, IList<(string, T)> where T : nn.Module
    {
        private readonly OrderedDict<string, T> _entries = [];

        public ModuleDict() : base(nameof(ModuleDict<T>))
        {
        }

        public int Count => _entries.Count;

        public bool IsReadOnly => false;

        public ICollection<string> Keys => _entries.Keys;

        public ICollection<T> Values => _entries.Values;

        public (string, T) this[int index]
        {
            get => _entries[index];
            set => Change(() => _entries[index] = value);
        }

        public T this[string key]
        {
            get => _entries[key];
            set => Change(() =>
            {
                if (!_entries.TryAdd(key, value)) _entries[key] = value;
            });
        }

        public IEnumerator<(string, T)> items() => _entries.GetEnumerator();

        public IEnumerable<string> keys() => _entries.keys();

        public IEnumerable<T> values() => _entries.values();

        public void clear() => Clear();

        public void Add((string, T) item) => Add(item.Item1, item.Item2);

        public void Add(string key, T value) => Change(() => _entries.Add(key, value));

        public void Add(KeyValuePair<string, T> item) => Add(item.Key, item.Value);

        public void Insert(int index, (string, T) item) => Change(() => _entries.Insert(index, item));

        public bool Remove((string, T) item) => _entries.Contains(item) && Remove(item.Item1);

        public bool Remove(KeyValuePair<string, T> item) => _entries.Contains(item) && Remove(item.Key);

        public bool Remove(string key)
        {
            var removed = _entries.Remove(key);
            RegisterAgain();
            return removed;
        }

        public void RemoveAt(int index) => Change(() => _entries.RemoveAt(index));

        public void Clear() => Change(_entries.Clear);

        public bool Contains((string, T) item) => _entries.Contains(item);

        public bool Contains(KeyValuePair<string, T> item) => _entries.Contains(item);

        public bool ContainsKey(string key) => _entries.ContainsKey(key);

        public int IndexOf((string, T) item) => _entries.IndexOf(item);

        public bool TryGetValue(string key, [MaybeNullWhen(false)] out T value) => _entries.TryGetValue(key, out value);

        public void CopyTo((string, T)[] array, int arrayIndex) => _entries.CopyTo(array, arrayIndex);

        public void CopyTo(KeyValuePair<string, T>[] array, int arrayIndex) => _entries.CopyTo(array, arrayIndex);

        public IEnumerator<(string, T)> GetEnumerator() => _entries.GetEnumerator();

        IEnumerator<KeyValuePair<string, T>> IEnumerable<KeyValuePair<string, T>>.GetEnumerator() =>
            ((IEnumerable<KeyValuePair<string, T>>)_entries).GetEnumerator();

        IEnumerator IEnumerable.GetEnumerator() => GetEnumerator();

        protected override void RegisterComponents()
        {
        }

        private void Change(Action change)
        {
            change();
            RegisterAgain();
        }

        private void RegisterAgain()
        {
            ClearModules();
            foreach (var (key, module) in _entries) register_module(key, module);
        }
    }
}

namespace TorchSharp
{
    public static partial class torch
    {
        public static partial class nn
        {
            public static Modules.ModuleDict<Module> ModuleDict(params (string, Module)[] modules) => ModuleDict<Module>(modules);

            public static Modules.ModuleDict<T> ModuleDict<T>(params (string, T)[] modules) where T : Module
            {
                var dictionary = new Modules.ModuleDict<T>();
                foreach (var (key, module) in modules) dictionary.Add(key, module);
                return dictionary;
            }
        }
    }
}
