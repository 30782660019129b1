using NasEngine.Contracts;
using NasEngine.Extensibility.Inline;

namespace NasEngine.Extensibility.Plugins;

/// <content>Parts that recipes hold.</content>
public sealed partial class PluginCatalog
{
    /// <summary>Takes a part that a recipe holds, as a plugin of its own; one that is here already stays.</summary>
    /// <exception cref="InputException">Its file is gone or damaged, or a plugin cannot be loaded.</exception>
    public void Include(PluginCopy copy)
    {
        lock (_lock)
        {
            if (Ready()[copy.Id] is null)
            {
                _active = _active.With(_opener.Open(new PluginEntry(copy.Id, copy.Path, "") { Hash = copy.Hash }));
            }
        }
    }

    /// <summary>Lets a part go that was included: nothing new comes of it, and with the last of it that is leased it is unloaded.</summary>
    public void Exclude(string id)
    {
        lock (_lock)
        {
            if (_active[id] is { } version && PartFile.Is(version.Entry.Path))
            {
                _active = _active.Without(version);
                version.Retire();
                _retired.Add(version);
            }
        }
    }
}
