using System.Runtime.CompilerServices;
using NasEngine.Contracts;

namespace NasEngine.Extensibility.Plugins;

/// <summary>
/// One version of a plugin in memory. Nobody outside keeps its loader or its parts, so that it can go. The catalogue's lock
/// guards it.
/// </summary>
internal sealed class PluginVersion(
    PluginEntry entry, PluginCopy copy, LoadedPlugin? loaded, WeakReference context, PartCollector offered)
{
    private const int Rounds = 12;

    private LoadedPlugin? _loaded = loaded;
    private PluginState _state = PluginState.Active;
    private int _leases;

    /// <summary>The line of the manifest.</summary>
    public PluginEntry Entry => entry;

    /// <summary>SHA-256 of its files.</summary>
    public string Hash => copy.Hash;

    /// <summary>The files it was loaded from; without a path when it is part of the program.</summary>
    public PluginCopy Copy => copy;

    /// <summary>What it offers; nothing once it is replaced.</summary>
    public IReadOnlyDictionary<(Type Kind, string Id), Part> Parts { get; private set; } = offered.Parts;

    /// <summary>Which needs of searches its parts serve.</summary>
    public IReadOnlyDictionary<Need, ComponentSpec> Served { get; } = offered.Served;

    /// <summary>It as listings show it.</summary>
    public PluginStatus Status => new(entry.Id, entry.Path, copy.Hash, _state, "", _leases);

    /// <summary>A plugin that is part of the program.</summary>
    public static PluginVersion BuiltIn(string id, IPlugin plugin)
    {
        var collector = new PartCollector();
        plugin.Register(collector);
        return new PluginVersion(new PluginEntry(id, "", ""), new PluginCopy(id, "", ""), null, new WeakReference(null), collector);
    }

    /// <summary>Counts a part that is in use.</summary>
    public void Acquire() => _leases++;

    /// <summary>Counts a part that is no longer in use; the last one of a replaced version unloads it.</summary>
    public void Release()
    {
        _leases--;
        UnloadWhenFree();
    }

    /// <summary>Nothing new comes from it.</summary>
    public void Retire()
    {
        Parts = new Dictionary<(Type, string), Part>();
        _state = PluginState.Draining;
        UnloadWhenFree();
    }

    /// <summary>Finds out whether it is gone, when it should be.</summary>
    public void Prove()
    {
        if (_state is PluginState.Active or PluginState.Unloaded || _leases > 0)
        {
            return;
        }

        for (var round = 0; round < Rounds && context.IsAlive; round++)
        {
            Collect();
        }

        _state = context.IsAlive ? PluginState.Leaking : PluginState.Unloaded;
    }

    [MethodImpl(MethodImplOptions.NoInlining)]
    private static void Collect()
    {
        GC.Collect();
        GC.WaitForPendingFinalizers();
    }

    private void UnloadWhenFree()
    {
        if (_state == PluginState.Draining && _leases == 0)
        {
            _loaded?.Dispose();
            _loaded = null;
        }
    }
}
