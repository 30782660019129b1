using System.Runtime.CompilerServices;
using System.Runtime.Loader;
using NasEngine.Contracts;
using NasEngine.Extensibility.Plugins;

namespace NasEngine.Extensibility.Tests.Plugins;

/// <summary>What a plugin brings along is its own, in whatever versions others have it; what it shares with the program comes from there.</summary>
[Collection(nameof(AloneCollection))]
public sealed class PrivateLibraryTests : PluginTest
{
    [Fact]
    public void Two_plugins_and_the_program_each_run_on_their_own_version_of_a_library_and_both_plugins_unload()
    {
        var programs = AssemblyLoadContext.Default.LoadFromAssemblyPath(PrivateLibrary.Compile(Directory.CreateDirectory(Folder.Of("program")).FullName, 3));
        PrivateLibrary.CompilePlugin(Dll("a"), "digits", 1);
        PrivateLibrary.CompilePlugin(Dll("b"), "letters", 4);
        var catalog = Catalog("a", "b");

        NameOf(catalog, "digits").Should().Be("1 of 1");
        NameOf(catalog, "letters").Should().Be("4 of 4");
        programs.GetType("Little")!.GetMethod("Say3")!.Invoke(null, null).Should().Be("3 of 3");
        Loaded().Should().BeEquivalentTo([1, 3, 4]);

        PluginSource.Compile(Dll("a"), PluginSource.Dataset("digits", "none"));
        PluginSource.Compile(Dll("b"), PluginSource.Dataset("letters", "none"));
        catalog.Reload("a");
        catalog.Reload("b");
        catalog.ProveUnloads();
        catalog.Plugins.Select(plugin => plugin.State).Should().Equal(PluginState.Active, PluginState.Active, PluginState.Unloaded, PluginState.Unloaded);
        Loaded().Should().Equal(3);
    }

    /// <summary>A build that copied the contracts beside the plugin, as one without <c>Private="false"</c> does.</summary>
    [Fact]
    public void A_copy_of_the_contracts_that_lies_beside_a_plugin_is_not_loaded()
    {
        File.Copy(typeof(IPlugin).Assembly.Location, Path.Combine(Directory.CreateDirectory(Folder.Of("a")).FullName, "NasEngine.Contracts.dll"));
        PrivateLibrary.CompilePlugin(Dll("a"), "digits", 1);

        NameOf(Catalog("a"), "digits").Should().Be("1 of 1");
        AppDomain.CurrentDomain.GetAssemblies().Where(assembly => assembly.GetName().Name == "NasEngine.Contracts").Should().ContainSingle();
    }

    // Apart, so that no local of the test keeps an assembly.
    [MethodImpl(MethodImplOptions.NoInlining)]
    private static int[] Loaded() =>
    [
        .. AppDomain.CurrentDomain.GetAssemblies().Select(assembly => assembly.GetName())
            .Where(name => name.Name == PrivateLibrary.Name).Select(name => name.Version!.Major),
    ];
}
