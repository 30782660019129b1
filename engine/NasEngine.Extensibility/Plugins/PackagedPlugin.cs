using System.Text.Json.Nodes;

namespace NasEngine.Extensibility.Plugins;

/// <summary>The folder that a package and what it needs were put into.</summary>
public static class PackagedPlugin
{
    private const string Framework = ".NETCoreApp,Version=v10.0";

    /// <summary>
    /// Writes the <c>.deps.json</c> beside a plugin's assembly that a build writes and no package has: all assemblies of the folder are
    /// the plugin's, and are copied and loaded with it. One that is there stays, and an assembly that is alone needs none.
    /// </summary>
    /// <param name="assembly">Path of the plugin's assembly.</param>
    public static void Complete(string assembly)
    {
        var file = Path.ChangeExtension(assembly, ".deps.json");
        var all = Directory.GetFiles(Path.GetDirectoryName(assembly)!, "*.dll");
        if (File.Exists(file) || all.Length == 1)
        {
            return;
        }

        var library = $"{Path.GetFileNameWithoutExtension(assembly)}/1.0.0";
        var assemblies = all.Select(path => Path.GetFileName(path)).Order(StringComparer.Ordinal)
            .Select(name => KeyValuePair.Create<string, JsonNode?>(name, new JsonObject()));
        File.WriteAllText(file, new JsonObject
        {
            ["runtimeTarget"] = new JsonObject { ["name"] = Framework },
            ["targets"] = new JsonObject
            {
                [Framework] = new JsonObject { [library] = new JsonObject { ["runtime"] = new JsonObject(assemblies) } },
            },
            ["libraries"] = new JsonObject
            {
                [library] = new JsonObject { ["type"] = "project", ["serviceable"] = false, ["sha512"] = "" },
            },
        }.ToJsonString());
    }
}
