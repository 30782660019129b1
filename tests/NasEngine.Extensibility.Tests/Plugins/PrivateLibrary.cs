using NasEngine.Extensibility.Plugins;

namespace NasEngine.Extensibility.Tests.Plugins;

/// <summary>A small library in several versions that are not compatible, as plugins bring it along, each its own.</summary>
internal static class PrivateLibrary
{
    /// <summary>Name of its assembly.</summary>
    public const string Name = "Nas.Test.Little";

    /// <summary>Compiles a version: its one method has the version in its name, so that no other version will do.</summary>
    public static string Compile(string folder, int version)
    {
        var path = Path.Combine(folder, Name + ".dll");
        PluginSource.Compile(path, $$"""
            [assembly: System.Reflection.AssemblyVersion("{{version}}.0.0.0")]
            public static class Little { public static string Say{{version}}() => "{{version}} of " + typeof(Little).Assembly.GetName().Version.Major; }
            """);
        return path;
    }

    /// <summary>Compiles a plugin with a data set whose name and description its version of the library says; both lie in its folder.</summary>
    /// <param name="dll">Where the plugin goes.</param>
    /// <param name="dataset">Id of its data set.</param>
    /// <param name="version">The version that it brings.</param>
    public static void CompilePlugin(string dll, string dataset, int version)
    {
        var library = Compile(Path.GetDirectoryName(dll)!, version);
        var source = PluginSource.Dataset(dataset, "a data set").Replace("\"a data set\"", $"Little.Say{version}()");
        PluginSource.Compile(dll, source, library);
        PackagedPlugin.Complete(dll);
    }
}
