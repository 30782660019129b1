using System.Collections.Immutable;
using NasEngine.Contracts;
using NasEngine.Extensibility.Inline;

namespace NasEngine.Extensibility.Plugins;

/// <summary>Plugins whose parts can be made together: no two offer the same id of a kind. Immutable.</summary>
internal sealed class PluginSet : IServices
{
    private readonly ImmutableArray<PluginVersion> _versions;

    private PluginSet(ImmutableArray<PluginVersion> versions) => _versions = versions;

    /// <summary>No plugin.</summary>
    public static PluginSet Empty { get; } = new([]);

    /// <summary>Its plugins, in order.</summary>
    public IReadOnlyList<PluginVersion> Versions => _versions;

    /// <summary>The plugin of this id, or null.</summary>
    public PluginVersion? this[string id] => _versions.FirstOrDefault(version => version.Entry.Id == id);

    /// <summary>What its plugins were loaded from; those of the program are left out.</summary>
    public IReadOnlyList<PluginCopy> Copies => [.. _versions.Select(version => version.Copy).Where(copy => copy.Path.Length > 0)];

    /// <summary>This without a plugin.</summary>
    public PluginSet Without(PluginVersion version) => new(_versions.Remove(version));

    /// <summary>This with a plugin more, or with another version of one it has.</summary>
    /// <exception cref="InputException">It offers what another plugin offers.</exception>
    public PluginSet With(PluginVersion version)
    {
        var others = _versions.Where(other => other.Entry.Id != version.Entry.Id).ToArray();
        foreach (var other in others)
        {
            if (version.Parts.Keys.FirstOrDefault(other.Parts.ContainsKey) is { Kind: not null } key)
            {
                throw new InputException(
                    $"Plugin '{version.Entry.Id}' of '{version.Entry.Manifest}' offers {version.Parts[key].Name}, and so does plugin "
                    + $"'{other.Entry.Id}'; take one of them out.");
            }
        }

        foreach (var other in others.Where(other => other.Served.Keys.Any(version.Served.ContainsKey)))
        {
            throw new InputException(
                $"Plugin '{version.Entry.Id}' of '{version.Entry.Manifest}' serves searches that name no part of a kind, and so does "
                + $"plugin '{other.Entry.Id}'; take one of them out.");
        }

        return this[version.Entry.Id] is { } old
            ? new PluginSet(_versions.Replace(old, version))
            : new PluginSet(_versions.Add(version));
    }

    /// <summary>Which plugin offers the part; one that is written in a recipe is known by its code too.</summary>
    /// <exception cref="InputException">None does.</exception>
    public (PluginVersion Version, Part Part) Offering<TPart>(ComponentSpec component)
    {
        var kind = typeof(TPart);
        foreach (var id in new[] { InlineId.Of(component) ?? component.Id, component.Id })
        {
            if (_versions.FirstOrDefault(version => version.Parts.ContainsKey((kind, id))) is { } version)
            {
                return (version, version.Parts[(kind, id)]);
            }
        }

        var meant = kind == typeof(IObjective) && MetricNames.Meant(component.Id) is { } metric
            ? $"to maximise a metric, write .Objective(Maximize.Metric(\"{metric}\")), to minimise one, Minimize.Metric; objectives of "
                + $"plugins: "
            : "";
        throw new InputException(
            $"Unknown {PartKind.Name(kind)} '{component.Id}': "
            + $"{meant}{Suggest.Instead(component.Id, Parts(kind).Select(pair => pair.Part.Id))}")
        {
            Word = component.Id,
        };
    }

    /// <summary>The plugins that have a say in a search, with the SHA-256 of their files; those of the program are left out.</summary>
    public IReadOnlyDictionary<string, string> HashesOf(SearchSpec spec) =>
        _versions.Where(version => version.Hash.Length > 0 && new PluginUse(spec).Of(version)).ToDictionary(
            version => version.Entry.Id, version => version.Hash);

    /// <inheritdoc/>
    public TPart Create<TPart, TSetup>(ComponentSpec component, TSetup setup)
        where TPart : class
    {
        var part = Offering<TPart>(component).Part;
        return part.IsMadeWith(setup)
            ? (TPart)part.Create(component.Options, setup!)
            : throw new InputException($"The {part.Name} is made with {part.Setup.Name}; {typeof(TSetup).Name} was given.");
    }

    /// <inheritdoc/>
    public void Check<TPart>(ComponentSpec component)
        where TPart : class => Offering<TPart>(component).Part.ReadAll(component.Options);

    /// <inheritdoc/>
    public IReadOnlyList<InputFile> FilesOf<TPart>(ComponentSpec component)
        where TPart : class => Offering<TPart>(component).Part.Files(component.Options);

    /// <inheritdoc/>
    public IReadOnlyList<PartDescription> Describe<TPart>()
        where TPart : class =>
        [.. Parts(typeof(TPart)).OrderBy(pair => pair.Part.Id, StringComparer.Ordinal).Select(pair => pair.Part.Describe(pair.Plugin))];

    /// <inheritdoc/>
    public ComponentSpec? Serving(Need need) =>
        _versions.Select(version => version.Served.GetValueOrDefault(need)).FirstOrDefault(part => part is not null);

    private IEnumerable<(string Plugin, Part Part)> Parts(Type kind) =>
        from version in _versions
        from part in version.Parts.Values
        where part.Kind == kind
        select (version.Entry.Id, part);
}
