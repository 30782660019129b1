using TorchSharp.Modules;

namespace TorchSharp;

public static partial class torch
{
    public static partial class nn
    {
        public partial class Module
        {
            public virtual IEnumerable<(string name, Parameter parameter)> named_parameters(bool recurse = true)
            {
                var seen = new HashSet<Parameter>(ReferenceEqualityComparer.Instance);
                return Walk(recurse, module => module._internal_params.Entries)
                    .Where(entry => !entry.Item2.IsInvalid && seen.Add(entry.Item2));
            }

            public virtual IEnumerable<Parameter> parameters(bool recurse = true) =>
                named_parameters(recurse).Select(entry => entry.parameter);

            public virtual IEnumerable<(string name, Tensor buffer)> named_buffers(
                bool recurse = true, bool include_nonpersistent = true)
            {
                var seen = new HashSet<Tensor>(ReferenceEqualityComparer.Instance);
                return Walk(recurse, module => module._internal_buffers.Entries
                        .Where(entry => include_nonpersistent || entry.Value.Item2)
                        .Select(entry => (entry.Key, entry.Value.Item1)))
                    .Where(entry => !entry.Item2.IsInvalid && seen.Add(entry.Item2));
            }

            public virtual IEnumerable<Tensor> buffers(bool recurse = true, bool include_nonpersistent = true) =>
                named_buffers(recurse, include_nonpersistent).Select(entry => entry.buffer);

            public virtual IEnumerable<(string name, Module module)> named_children() => _internal_submodules.Entries;

            public virtual IEnumerable<Module> children() => named_children().Select(entry => entry.module);

            public virtual IEnumerable<(string name, Module module)> named_modules()
            {
                foreach (var child in named_children()) yield return child;
                foreach (var (prefix, child) in named_children())
                {
                    foreach (var (inner, module) in child.named_modules()) yield return ($"{prefix}.{inner}", module);
                }
            }

            public virtual IEnumerable<Module> modules() => named_modules().Select(entry => entry.module);

            public virtual bool has_parameter(string target) => get_parameter(target) is not null;

            public virtual bool has_buffer(string target) => get_buffer(target) is not null;

            public virtual Parameter? get_parameter(string target) =>
                _internal_params.TryGetValue(target, out var found)
                    ? found
                    : ChildOf(target) is var (child, rest) ? child?.get_parameter(rest) : null;

            public virtual Tensor? get_buffer(string target) =>
                _internal_buffers.TryGetValue(target, out var found)
                    ? found.Item1
                    : ChildOf(target) is var (child, rest) ? child?.get_buffer(rest) : null;

            private (Module? Child, string Path) ChildOf(string target)
            {
                var dot = target.IndexOf('.');
                if (dot < 0) return (null, target);
                var child = named_children().FirstOrDefault(entry => entry.name == target[..dot]).module;
                return (child, target[(dot + 1)..]);
            }

            /// <summary>What belongs to this module itself, then to each child under the child's name.</summary>
            private IEnumerable<(string, T)> Walk<T>(bool recurse, Func<Module, IEnumerable<(string, T)>> own)
            {
                foreach (var entry in own(this)) yield return entry;
                if (!recurse) yield break;
                foreach (var (prefix, child) in named_children())
                {
                    foreach (var (inner, item) in child.Walk(true, own)) yield return ($"{prefix}.{inner}", item);
                }
            }
        }
    }
}
