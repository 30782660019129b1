using System.Reflection;
using McMaster.NETCore.Plugins;

namespace Compat.McMaster.NETCore.Plugins.Tests;

public sealed class LoadingTests : IDisposable
{
    private readonly TempFolder folder = new();

    public void Dispose() => folder.Dispose();

    [Fact]
    public void An_assembly_is_loaded_by_name_and_by_path()
    {
        var library = PluginSource.Library(folder.Path, "3.0.0.0");
        using var loader = PluginLoader.CreateFromAssemblyFile(PluginSource.Greeter(folder.Path, "\"\""), isUnloadable: true, []);

        var byName = loader.LoadAssembly("Library");

        byName.GetName().Version.Should().Be(new Version(3, 0, 0, 0));
        loader.LoadAssembly(new AssemblyName("Library")).Should().BeSameAs(byName);
        loader.LoadAssemblyFromPath(library).Should().BeSameAs(byName);
    }

    [Fact]
    public void Contextual_reflection_finds_the_plugins_assemblies()
    {
        PluginSource.Library(folder.Path, "3.0.0.0");
        using var loader = PluginLoader.CreateFromAssemblyFile(PluginSource.Greeter(folder.Path, "\"\""), isUnloadable: true, []);

        using (loader.EnterContextualReflection())
        {
            Type.GetType("Library, Library")!.Assembly.Should().BeSameAs(loader.LoadAssembly("Library"));
        }

        Type.GetType("Library, Library").Should().BeNull();
    }

    [Fact]
    public void A_plugin_in_memory_leaves_its_file_free()
    {
        var path = PluginSource.Greeter(folder.Path, "\"old\"");
        using var loader = PluginLoader.CreateFromAssemblyFile(
            path, isUnloadable: true, [typeof(IGreeter)], config => config.LoadInMemory = true);
        var assembly = loader.LoadDefaultAssembly();

        File.WriteAllBytes(path, []);

        assembly.Location.Should().BeEmpty();
        Greeters.Greet(assembly).Should().Be("old");
    }

    [Fact]
    public void Symbols_beside_the_assembly_do_not_matter_when_missing()
    {
        var path = PluginSource.Greeter(folder.Path, "\"fine\"");
        using var loader = PluginLoader.CreateFromAssemblyFile(path, [typeof(IGreeter)], config => config.EnableHotReload = true);

        loader.IsUnloadable.Should().BeTrue();
        Greeters.Greet(loader.LoadDefaultAssembly()).Should().Be("fine");
    }

    [Theory]
    [InlineData("")]
    [InlineData("relative/plugin.dll")]
    public void A_path_that_is_not_absolute_is_refused(string path) =>
        FluentActions.Invoking(() => PluginLoader.CreateFromAssemblyFile(path)).Should().Throw<ArgumentException>();

    [Fact]
    public void A_disposed_loader_loads_nothing()
    {
        var loader = PluginLoader.CreateFromAssemblyFile(PluginSource.Greeter(folder.Path, "\"\""), isUnloadable: true, []);
        loader.Dispose();
        loader.Dispose();

        FluentActions.Invoking(loader.LoadDefaultAssembly).Should().Throw<ObjectDisposedException>();
        FluentActions.Invoking(() => loader.LoadAssembly("Library")).Should().Throw<ObjectDisposedException>();
        FluentActions.Invoking(loader.Reload).Should().Throw<ObjectDisposedException>();
    }

    [Fact]
    public void Without_being_unloadable_there_is_no_reload()
    {
        using var loader = PluginLoader.CreateFromAssemblyFile(PluginSource.Greeter(folder.Path, "\"\""), sharedTypes: []);

        loader.IsUnloadable.Should().BeFalse();
        FluentActions.Invoking(loader.Reload).Should().Throw<InvalidOperationException>();
    }
}
