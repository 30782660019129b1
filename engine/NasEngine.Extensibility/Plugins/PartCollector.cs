using NasEngine.Contracts;

namespace NasEngine.Extensibility.Plugins;

/// <summary>Takes down what a plugin offers.</summary>
internal sealed class PartCollector : IPluginRegistry
{
    private readonly Dictionary<(Type, string), Part> _parts = [];
    private readonly Dictionary<Need, ComponentSpec> _served = [];

    /// <summary>What was offered so far, by kind and id.</summary>
    public IReadOnlyDictionary<(Type Kind, string Id), Part> Parts => _parts;

    /// <summary>Which needs its parts serve.</summary>
    public IReadOnlyDictionary<Need, ComponentSpec> Served => _served;

    /// <inheritdoc/>
    public void Serve(Need need, ComponentSpec part)
    {
        if (!_served.TryAdd(need, part))
        {
            throw new InputException($"it serves the need '{need}' twice; one part must");
        }
    }

    /// <inheritdoc/>
    public void Add<TPart, TSetup, TOptions>(
        string id, string summary, Func<OptionReader, TOptions> read, Func<TOptions, TSetup, TPart> create)
        where TPart : class
    {
        var part = new Part(
            typeof(TPart), typeof(TSetup), id, summary, reader => read(reader), (options, setup) =>
                create((TOptions)options!, (TSetup)setup));
        if (!_parts.TryAdd((part.Kind, id), part))
        {
            throw new InputException($"it offers {part.Name} twice; ids must be unique");
        }
    }
}
