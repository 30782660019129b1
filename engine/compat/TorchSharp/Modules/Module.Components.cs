using System.Reflection;
using System.Runtime.CompilerServices;
using TorchSharp.Modules;

namespace TorchSharp;

public static partial class torch
{
    public static partial class nn
    {
        public partial class Module
        {
            // Weak keys: a static strong reference to a type would pin the plugin that it comes from.
            private static readonly ConditionalWeakTable<Type, FieldInfo[]> Fields = [];

            private bool _areComponentsRegistered;

            public virtual void register_buffer(string name, Tensor tensor, bool persistent = true)
            {
                if (tensor is null || tensor.IsInvalid)
                    throw new ArgumentNullException(nameof(tensor), "A null tensor cannot be registered as a buffer.");
                if (!_internal_buffers.TryAdd(name, (tensor.DetachFromDisposeScope(), persistent)))
                    throw new InvalidOperationException($"Tensor {name} is already registered.");
            }

            public virtual void register_parameter(string name, Parameter param)
            {
                if (param is null || param.IsInvalid)
                    throw new ArgumentNullException(nameof(param), "A null tensor cannot be registered as a parameter.");
                if (!_internal_params.TryAdd(name, (Parameter)param.DetachFromDisposeScope()))
                    throw new InvalidOperationException($"Parameter {name} is already registered.");
            }

            public void add_module(string name, Module module) => register_module(name, module);

            public virtual void register_module(string name, Module? submodule)
            {
                if (submodule is null)
                {
                    _internal_submodules.Remove(name);
                    return;
                }

                if (string.IsNullOrEmpty(name)) throw new ArgumentException("module name can't be empty string \"\"");
                if (name.Contains('.')) throw new ArgumentException($"module name can't contain \".\", got: {name}");
                submodule.RegisterComponents();
                if (!_internal_submodules.TryAdd(name, submodule))
                    throw new InvalidOperationException($"Sub-module {name} is already registered.");
            }

            /// <summary>Registers the modules, parameters and tensors among the fields under the fields' names.</summary>
            protected virtual void RegisterComponents()
            {
                if (_areComponentsRegistered) return;
                foreach (var field in Fields.GetValue(GetType(), FindFields)) RegisterField(field);
                _areComponentsRegistered = true;
            }

            protected void ConditionallyRegisterParameter(string name, Parameter? value)
            {
                if (value is null)
                    _internal_params.Remove(name);
                else if (!_internal_params.TryAdd(name, value))
                    _internal_params[name] = value;
            }

            protected void ConditionallyRegisterBuffer(string name, Tensor? value, bool persistent = true)
            {
                if (value is null)
                    _internal_buffers.Remove(name);
                else if (!_internal_buffers.TryAdd(name, (value, persistent)))
                    _internal_buffers[name] = (value, persistent);
            }

            private protected static void RegisterComponentsOf(Module module) => module.RegisterComponents();

            protected void ClearModules() => _internal_submodules.Clear();

            /// <summary>Puts a new parameter in the place of the current one, which is disposed.</summary>
            private protected Parameter? Exchange(string name, Parameter? current, Parameter? value)
            {
                if (ReferenceEquals(current, value)) return current;
                current?.Dispose();
                value?.DetachFromDisposeScope();
                ConditionallyRegisterParameter(name, value);
                return value;
            }

            /// <summary>Puts a new buffer in the place of the current one, which is disposed.</summary>
            private protected Tensor? Exchange(string name, Tensor? current, Tensor? value)
            {
                if (ReferenceEquals(current, value)) return current;
                current?.Dispose();
                value?.DetachFromDisposeScope();
                ConditionallyRegisterBuffer(name, value);
                return value;
            }

            private void RegisterField(FieldInfo field)
            {
                var component = field.ComponentName();
                if (_internal_submodules.ContainsKey(component) || _internal_params.ContainsKey(component) ||
                    _internal_buffers.ContainsKey(component))
                    return;
                switch (field.GetValue(this))
                {
                    case Module module:
                        register_module(component, module);
                        break;
                    case Parameter parameter:
                        register_parameter(component, parameter);
                        break;
                    case Tensor tensor:
                        register_buffer(component, tensor);
                        break;
                }
            }

            private static FieldInfo[] FindFields(Type type)
            {
                const BindingFlags All = BindingFlags.Public | BindingFlags.NonPublic | BindingFlags.Instance;
                var found = new List<FieldInfo>();
                var seen = new HashSet<string>();
                for (var level = type; level is not null && level != typeof(Module); level = level.BaseType)
                    found.AddRange(level.GetFields(All).Where(field => field.DeclaringType != typeof(Module) && seen.Add(field.Name)));
                return found.ToArray();
            }
        }
    }
}
