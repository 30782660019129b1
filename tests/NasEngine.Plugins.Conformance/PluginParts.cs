using NasEngine.Contracts;

namespace NasEngine.Plugins.Conformance;

/// <summary>What some plugins offer, for tests: made as the engine makes it, by id with options.</summary>
public sealed class PluginParts : IPluginRegistry, IServices
{
    private readonly Dictionary<(Type Kind, string Id), Part> _parts = [];

    /// <summary>The parts of these plugins.</summary>
    public static PluginParts Of(params IPlugin[] plugins)
    {
        var parts = new PluginParts();
        foreach (var plugin in plugins)
        {
            plugin.Register(parts);
        }

        return parts;
    }

    /// <inheritdoc/>
    public void Add<TPart, TSetup, TOptions>(
        string id, string summary, Func<OptionReader, TOptions> read, Func<TOptions, TSetup, TPart> create)
        where TPart : class
    {
        TOptions Read(OptionReader reader)
        {
            var options = read(reader);
            reader.Done();
            return options;
        }

        IReadOnlyList<InputFile> Files(OptionReader reader)
        {
            Read(reader);
            return reader.Files;
        }

        var defaults = new OptionReader(id, OptionBag.Empty);
        Read(defaults);
        _parts.Add((typeof(TPart), id), new Part(
            new PartDescription(id, summary, "test", defaults.Descriptions),
            bag => Read(new OptionReader($"'{id}'", bag)),
            bag => Files(new OptionReader($"'{id}'", bag)),
            (bag, setup) => create(
                Read(new OptionReader($"'{id}'", bag)), typeof(TSetup) == typeof(NoSetup) ? (TSetup)(object)NoSetup.Value : (TSetup)setup)));
    }

    /// <inheritdoc/>
    public void Serve(Need need, ComponentSpec part)
    {
    }

    /// <inheritdoc/>
    public TPart Create<TPart, TSetup>(ComponentSpec component, TSetup setup)
        where TPart : class =>
        (TPart)Find<TPart>(component).Create(component.Options, setup!);

    /// <inheritdoc/>
    public void Check<TPart>(ComponentSpec component)
        where TPart : class =>
        Find<TPart>(component).Check(component.Options);

    /// <inheritdoc/>
    public IReadOnlyList<InputFile> FilesOf<TPart>(ComponentSpec component)
        where TPart : class =>
        Find<TPart>(component).Files(component.Options);

    /// <inheritdoc/>
    public IReadOnlyList<PartDescription> Describe<TPart>()
        where TPart : class =>
        [.. _parts.Where(part => part.Key.Kind == typeof(TPart)).Select(part => part.Value.Description)];

    /// <summary>A strategy.</summary>
    public IStrategy Strategy(string id, StrategySetup setup, object? options = null) =>
        Create<IStrategy, StrategySetup>(new ComponentSpec(id, OptionBag.From(options)), setup);

    /// <summary>A search space.</summary>
    public ISearchSpace Space(string id, object? options = null) =>
        this.Space(new ComponentSpec(id, OptionBag.From(options)));

    private Part Find<TPart>(ComponentSpec component)
        where TPart : class =>
        _parts.TryGetValue((typeof(TPart), component.Id), out var part)
            ? part
            : throw new InputException(
                $"Unknown part '{component.Id}': {Suggest.Instead(component.Id, Describe<TPart>().Select(known => known.Id))}");

    private sealed record Part(
        PartDescription Description, Action<OptionBag> Check, Func<OptionBag, IReadOnlyList<InputFile>> Files,
        Func<OptionBag, object, object> Create);
}
