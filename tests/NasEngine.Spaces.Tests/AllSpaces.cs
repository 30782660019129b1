using System.Reflection;
using System.Text.Json;
using NasEngine.Contracts;
using NasEngine.Networks;
using NasEngine.Plugins.Conformance;

namespace NasEngine.Spaces.Tests;

/// <summary>Every space of the plugins in <c>plugins.json</c>, made as the host makes it.</summary>
public static class AllSpaces
{
    private static readonly PluginParts Offered = PluginParts.Of([.. Manifest().Select(Plugin)]);

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

    /// <summary>The options of a space, as its users read of them.</summary>
    public static IReadOnlyList<OptionDescription> Options(string id) => Offered.Describe<ISearchSpace>().Single(part => part.Id == id).Options;

    public static INetworkSpace Make(string id, OptionBag options) => (INetworkSpace)Offered.Space(id, options);

    public static INetworkSpace Make(string id, params (string Name, string Value)[] options) =>
        (INetworkSpace)Offered.Space(id, options.Aggregate(OptionBag.Empty, (bag, option) => bag.With(option.Name, option.Value)));

    /// <summary>A file at the root of the repository.</summary>
    internal static string InRepository(string file)
    {
        var folder = new DirectoryInfo(AppContext.BaseDirectory);
        while (!File.Exists(Path.Combine(folder.FullName, "NasEngine.sln")))
        {
            folder = folder.Parent!;
        }

        return Path.Combine(folder.FullName, file);
    }

    /// <summary>Libraries of spaces in the program's manifest of plugins.</summary>
    private static IEnumerable<string> Manifest()
    {
        using var json = JsonDocument.Parse(File.ReadAllText(InRepository("plugins.json")));
        return [.. json.RootElement.GetProperty("plugins").EnumerateArray()
            .Select(plugin => Path.GetFileNameWithoutExtension(plugin.GetProperty("path").GetString()!))
            .Where(library => library.StartsWith("NasEngine.Spaces.", StringComparison.Ordinal))];
    }

    private static IPlugin Plugin(string library) => (IPlugin)Activator.CreateInstance(
        Assembly.Load(library).GetExportedTypes().Single(type => type.IsAssignableTo(typeof(IPlugin))))!;
}
