using NasEngine.Contracts;

namespace NasEngine.Networks.Tests;

/// <summary>A registry that makes what plugins offer, without the host.</summary>
internal sealed class Parts : IPluginRegistry, IServices
{
    private readonly Dictionary<(Type Kind, string Id), Func<OptionBag, object, object>> _parts = [];

    public Parts(params IPlugin[] plugins)
    {
        foreach (var plugin in plugins)
        {
            plugin.Register(this);
        }
    }

    /// <summary>What the engine itself offers.</summary>
    public static Parts BuiltIn => new(new NetworksPlugin());

    public IEnumerable<string> Ids => _parts.Keys.Select(key => $"{key.Kind.Name} {key.Id}");

    public void Add<TPart, TSetup, TOptions>(
        string id, string summary, Func<OptionReader, TOptions> read, Func<TOptions, TSetup, TPart> create)
        where TPart : class =>
        _parts.Add((typeof(TPart), id), (bag, setup) =>
        {
            var reader = new OptionReader($"'{id}'", bag);
            var options = read(reader);
            reader.Done();
            return create(options, typeof(TSetup) == typeof(NoSetup) ? (TSetup)(object)NoSetup.Value : (TSetup)setup);
        });

    public void Serve(Need need, ComponentSpec part)
    {
    }

    public TPart Create<TPart, TSetup>(ComponentSpec component, TSetup setup)
        where TPart : class => _parts.TryGetValue((typeof(TPart), component.Id), out var create)
        ? (TPart)create(component.Options, setup!)
        : throw new InputException($"No part '{component.Id}'.");

    public void Check<TPart>(ComponentSpec component)
        where TPart : class => _parts.Keys.Should().Contain((typeof(TPart), component.Id));

    public IReadOnlyList<PartDescription> Describe<TPart>()
        where TPart : class => [];
}
