namespace NasEngine.Extensibility.Plugins;

/// <summary>Where a version of a plugin stands.</summary>
public enum PluginState
{
    /// <summary>Named in a manifest, not looked at yet.</summary>
    Discovered,

    /// <summary>Loaded; new parts come from it.</summary>
    Active,

    /// <summary>Replaced, and unloaded when its last part is given back.</summary>
    Draining,

    /// <summary>Gone from memory, proved by a weak reference.</summary>
    Unloaded,

    /// <summary>Not loaded, for a reason.</summary>
    Rejected,

    /// <summary>Replaced and given back, but something still refers to it.</summary>
    Leaking,
}
