using NasEngine.Contracts;
using NasEngine.Networks;
using NasEngine.Spaces.Benchmarks;
using NasEngine.Spaces.Cells;
using NasEngine.Spaces.Fabric;
using NasEngine.Spaces.FBNetV2;
using NasEngine.Spaces.Mlp;
using NasEngine.Spaces.Mobile;
using NasEngine.Spaces.Morphism;

namespace NasEngine.Spaces.Tests;

/// <summary>Every space that a plugin of the project offers, made as the host makes it.</summary>
public static class AllSpaces
{
    private static readonly Registry Offered = Collect();

    public static IEnumerable<string> Ids => Offered.Spaces.Keys;

    public static TheoryData<string, string> AtBothScales
    {
        get
        {
            var data = new TheoryData<string, string>();
            foreach (var id in Ids)
            {
                data.Add(id, "paper");
                data.Add(id, "mini");
            }

            return data;
        }
    }

    public static INetworkSpace Make(string id, params (string Name, string Value)[] options) =>
        (INetworkSpace)Offered.Spaces[id](options.Aggregate(OptionBag.Empty, (bag, option) => bag.With(option.Name, option.Value)));

    private static Registry Collect()
    {
        var registry = new Registry();
        IPlugin[] plugins =
        [
            new BenchmarksPlugin(), new CellsPlugin(), new FabricPlugin(), new FBNetV2Plugin(), new MlpPlugin(), new MobilePlugin(), new MorphismPlugin(),
        ];
        foreach (var plugin in plugins)
        {
            plugin.Register(registry);
        }

        return registry;
    }

    private sealed class Registry : IPluginRegistry
    {
        public SortedDictionary<string, Func<OptionBag, object>> Spaces { get; } = new(StringComparer.Ordinal);

        public void Add<TPart, TSetup, TOptions>(
            string id, string summary, Func<OptionReader, TOptions> read, Func<TOptions, TSetup, TPart> create)
            where TPart : class => Spaces.Add(id, bag =>
            {
                var reader = new OptionReader($"space '{id}'", bag);
                var options = read(reader);
                reader.Done();
                return create(options, (TSetup)(object)NoSetup.Value);
            });
    }
}
