using NasEngine.Contracts;

namespace NasEngine.Extensibility.Plugins;

/// <summary>
/// A new version of a plugin, loaded and not yet in use. Parts made here come from it, so that a search can try whether its
/// strategy's state is read by the new version. <see cref="Commit"/> puts it into use; disposing it uncommitted drops it.
/// </summary>
public sealed class PluginSwap : IServices, IDisposable
{
    private readonly PluginCatalog _catalog;
    private readonly PluginSet _set;
    private PluginVersion? _candidate;

    internal PluginSwap(PluginCatalog catalog, PluginVersion candidate, PluginSet set)
    {
        _catalog = catalog;
        _candidate = candidate;
        _set = set;
        Hash = candidate.Hash;
    }

    /// <summary>SHA-256 of the new version's files.</summary>
    public string Hash { get; }

    /// <summary>What the plugins would be loaded from.</summary>
    public IReadOnlyList<PluginCopy> Copies => _set.Copies;

    /// <inheritdoc/>
    public TPart Create<TPart, TSetup>(ComponentSpec component, TSetup setup)
        where TPart : class => _set.Create<TPart, TSetup>(component, setup);

    /// <inheritdoc/>
    public void Check<TPart>(ComponentSpec component)
        where TPart : class => _set.Check<TPart>(component);

    /// <inheritdoc/>
    public IReadOnlyList<InputFile> FilesOf<TPart>(ComponentSpec component)
        where TPart : class => _set.FilesOf<TPart>(component);

    /// <inheritdoc/>
    public IReadOnlyList<PartDescription> Describe<TPart>()
        where TPart : class => _set.Describe<TPart>();

    /// <inheritdoc/>
    public ComponentSpec? Serving(Need need) => _set.Serving(need);

    /// <summary>A part that keeps its version loaded until it is disposed.</summary>
    /// <exception cref="InputException">No such part, or an option it does not take.</exception>
    public Leased<TPart> Lease<TPart, TSetup>(ComponentSpec component, TSetup setup)
        where TPart : class => _catalog.Lease<TPart, TSetup>(_set, component, setup);

    /// <summary>From now on, new parts come from the new version; the old one goes when its last leased part does.</summary>
    public void Commit()
    {
        if (Interlocked.Exchange(ref _candidate, null) is { } candidate)
        {
            _catalog.Replace(candidate);
        }
    }

    /// <summary>Drops the new version unless it was committed.</summary>
    public void Dispose()
    {
        if (Interlocked.Exchange(ref _candidate, null) is { } candidate)
        {
            _catalog.Retire(candidate);
        }
    }
}
