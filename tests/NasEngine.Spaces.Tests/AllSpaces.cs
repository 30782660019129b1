using NasEngine.Contracts;
using NasEngine.Networks;
using NasEngine.Plugins.Conformance;
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
    private static readonly PluginParts Offered = PluginParts.Of(
        new BenchmarksPlugin(), new CellsPlugin(), new FabricPlugin(), new FBNetV2Plugin(), new MlpPlugin(), new MobilePlugin(), new MorphismPlugin());

    public static IEnumerable<string> Ids => Offered.Describe<ISearchSpace>().Select(part => part.Id).Order(StringComparer.Ordinal);

    public static TheoryData<string> Names => [.. Ids];

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
        (INetworkSpace)Offered.Space(id, options.Aggregate(OptionBag.Empty, (bag, option) => bag.With(option.Name, option.Value)));
}
