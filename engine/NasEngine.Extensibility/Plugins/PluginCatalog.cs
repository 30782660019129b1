using NasEngine.Contracts;
using NasEngine.Extensibility.Inline;

namespace NasEngine.Extensibility.Plugins;

/// <summary>
/// The plugins of a program: finds, loads, lends and replaces them. Safe from several threads. Parts that live as long as a
/// search are leased, so that their version stays until they are given back; <see cref="Create"/> is for parts that are
/// soon dropped and for parts of the program itself.
/// </summary>
public sealed partial class PluginCatalog : IServices
{
    private readonly Lock _lock = new();
    private readonly PluginOpener _opener;
    private readonly IReadOnlyList<PluginEntry> _entries;
    private readonly List<PluginVersion> _retired = [];
    private readonly List<(PluginStatus Status, InputException Reason)> _rejected = [];
    private PluginSet _active;
    private bool _loaded;

    /// <summary>Reads the manifests; plugins are loaded when first asked for.</summary>
    /// <exception cref="InputException">A manifest cannot be read or is malformed.</exception>
    public PluginCatalog(PluginCatalogOptions options)
    {
        _opener = new PluginOpener(options.CacheFolder, options.Shared);
        _active = options.BuiltIn.Aggregate(PluginSet.Empty, (set, pair) => set.With(PluginVersion.BuiltIn(pair.Key, pair.Value)));
        _entries =
        [
            .. PluginManifest.Read(options.Manifests).Where(entry => options.Only?.Contains(entry.Id) ?? true),
            .. options.Copies.Select(copy => new PluginEntry(copy.Id, copy.Path, "") { Hash = copy.Hash }),
        ];
        if (_entries.FirstOrDefault(entry => options.BuiltIn.ContainsKey(entry.Id)) is { } taken)
        {
            throw new InputException($"Plugin '{taken.Id}' of '{taken.Manifest}' has the id of a part of the program; give it another.");
        }
    }

    /// <summary>All versions there are and were, those of the program first.</summary>
    public IReadOnlyList<PluginStatus> Plugins
    {
        get
        {
            lock (_lock)
            {
                var discovered = _loaded
                    ? []
                    : _entries.Select(entry => new PluginStatus(entry.Id, entry.Path, "", PluginState.Discovered, "", 0));
                return [.. _active.Versions.Concat(_retired).Select(version => version.Status), .. _rejected.Select(
                    pair => pair.Status), .. discovered];
            }
        }
    }

    /// <summary>Loads all plugins; those that cannot be are rejected with a reason, see <see cref="Plugins"/>.</summary>
    public void Load()
    {
        lock (_lock)
        {
            if (!_loaded)
            {
                _loaded = true;
                foreach (var entry in _entries)
                {
                    Load(entry);
                }
            }
        }
    }

    /// <inheritdoc/>
    public TPart Create<TPart, TSetup>(ComponentSpec component, TSetup setup)
        where TPart : class => Ready().Create<TPart, TSetup>(component, setup);

    /// <inheritdoc/>
    public void Check<TPart>(ComponentSpec component)
        where TPart : class => Ready().Check<TPart>(component);

    /// <inheritdoc/>
    public IReadOnlyList<InputFile> FilesOf<TPart>(ComponentSpec component)
        where TPart : class => Ready().FilesOf<TPart>(component);

    /// <inheritdoc/>
    public IReadOnlyList<PartDescription> Describe<TPart>()
        where TPart : class => Ready().Describe<TPart>();

    /// <inheritdoc/>
    public ComponentSpec? Serving(Need need) => Ready().Serving(need);

    /// <summary>As <see cref="Create"/>, and keeps the plugin's version loaded until it is disposed.</summary>
    /// <exception cref="InputException">No such part, or an option it does not take; the message says what would be right.</exception>
    public Leased<TPart> Lease<TPart, TSetup>(ComponentSpec component, TSetup setup)
        where TPart : class => Lease<TPart, TSetup>(Ready(), component, setup);

    /// <summary>The plugins that have a say in a search, with the SHA-256 of their files; those of the program are left out.</summary>
    /// <exception cref="InputException">A plugin cannot be loaded.</exception>
    public IReadOnlyDictionary<string, string> HashesOf(SearchSpec spec)
    {
        lock (_lock)
        {
            return Ready().HashesOf(spec);
        }
    }

    /// <summary>
    /// The copies that plugins are loaded from, for processes that must run the same code; those of the program are left out.
    /// </summary>
    /// <exception cref="InputException">A plugin cannot be loaded.</exception>
    public IReadOnlyList<PluginCopy> Copies => Ready().Copies;

    /// <summary>Plugins whose files are no longer those that are loaded, with the SHA-256 of the files.</summary>
    public IReadOnlyDictionary<string, string> Changed()
    {
        lock (_lock)
        {
            return _active.Versions
                .Where(version => !PartFile.Is(version.Entry.Path) && File.Exists(version.Entry.Path))
                .Select(version => (version.Entry.Id, Old: version.Hash, PluginFiles.Read(version.Entry.Path).Hash))
                .Where(plugin => plugin.Hash != plugin.Old)
                .ToDictionary(plugin => plugin.Id, plugin => plugin.Hash);
        }
    }

    /// <summary>
    /// Loads the version that the plugin's files hold now, beside the one in use, which goes on until the swap is committed.
    /// </summary>
    /// <exception cref="InputException">No such plugin, or its files hold no plugin; the one in use goes on.</exception>
    public PluginSwap BeginSwap(string id)
    {
        lock (_lock)
        {
            var set = Ready();
            var old = set[id] ?? throw new InputException(
                $"Unknown plugin '{id}': {Suggest.Instead(id, set.Versions.Select(version => version.Entry.Id))}");
            if (old.Entry.Path == "")
            {
                throw new InputException($"Plugin '{id}' is part of the program and cannot be replaced while it runs.");
            }

            var candidate = _opener.Open(old.Entry);
            try
            {
                return new PluginSwap(this, candidate, set.With(candidate));
            }
            catch (InputException)
            {
                candidate.Retire();
                _retired.Add(candidate);
                throw;
            }
        }
    }

    /// <summary>Replaces a plugin by the version that its files hold now. Parts in use stay on the old one.</summary>
    /// <exception cref="InputException">No such plugin, or its files hold no plugin; the one in use goes on.</exception>
    public void Reload(string id)
    {
        using var swap = BeginSwap(id);
        swap.Commit();
    }

    /// <summary>
    /// Finds out which replaced versions are gone, by collecting garbage: those given back become
    /// <see cref="PluginState.Unloaded"/> or <see cref="PluginState.Leaking"/>.
    /// </summary>
    public void ProveUnloads()
    {
        lock (_lock)
        {
            _retired.ForEach(version => version.Prove());
        }
    }

    internal Leased<TPart> Lease<TPart, TSetup>(PluginSet set, ComponentSpec component, TSetup setup)
        where TPart : class
    {
        PluginVersion version;
        lock (_lock)
        {
            version = set.Offering<TPart>(component).Version;
            version.Acquire();
        }

        var release = () =>
        {
            lock (_lock)
            {
                version.Release();
            }
        };
        try
        {
            return new Leased<TPart>(set.Create<TPart, TSetup>(component, setup), release);
        }
        catch
        {
            release();
            throw;
        }
    }

    internal void Replace(PluginVersion version)
    {
        lock (_lock)
        {
            var old = _active[version.Entry.Id]!;
            _active = _active.With(version);
            Retire(old);
        }
    }

    internal void Retire(PluginVersion version)
    {
        lock (_lock)
        {
            version.Retire();
            _retired.Add(version);
        }
    }

    private PluginSet Ready()
    {
        lock (_lock)
        {
            Load();
            return _rejected.Count == 0 ? _active : throw _rejected[0].Reason;
        }
    }

    private void Load(PluginEntry entry)
    {
        PluginVersion? version = null;
        try
        {
            version = _opener.Open(entry);
            _active = _active.With(version);
        }
        catch (InputException e)
        {
            version?.Retire();
            _rejected.Add((new PluginStatus(entry.Id, entry.Path, version?.Hash ?? "", PluginState.Rejected, e.Message, 0), e));
        }
    }
}
