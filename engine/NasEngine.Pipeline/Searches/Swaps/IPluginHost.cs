using NasEngine.Contracts;
using NasEngine.Pipeline.Workers;

namespace NasEngine.Pipeline.Searches;

/// <summary>Where a running search gets newer versions of its plugins from.</summary>
public interface IPluginHost
{
    /// <summary>Whether a plugin has a say in a search.</summary>
    bool Uses(SearchSpec spec, string plugin);

    /// <summary>Loads what the plugin's files hold now, beside the version in use.</summary>
    /// <exception cref="InputException">They hold no plugin, or the version in use.</exception>
    IPluginSwap Begin(string plugin);

    /// <summary>Whether all replaced versions of a plugin are gone from memory, after collecting garbage.</summary>
    bool IsRidOfOld(string plugin);
}

/// <summary>A newer version of a plugin that is loaded and not in use yet. Disposed uncommitted, it goes.</summary>
public interface IPluginSwap : IDisposable
{
    /// <summary>SHA-256 of the version in use.</summary>
    string Was { get; }

    /// <summary>SHA-256 of this version.</summary>
    string Now { get; }

    /// <summary>Parts of this version, and of all other plugins as they are.</summary>
    IServices Services { get; }

    /// <summary>A worker that runs on this version.</summary>
    IWorker CreateWorker(SearchSpec spec, int slot);

    /// <summary>From now on, new parts and workers are of this version.</summary>
    void Commit();
}
