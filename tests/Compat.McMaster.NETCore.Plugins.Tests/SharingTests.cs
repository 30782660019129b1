using System.Reflection;
using System.Runtime.Loader;
using McMaster.NETCore.Plugins;

namespace Compat.McMaster.NETCore.Plugins.Tests;

public sealed class SharingTests : IDisposable
{
    private readonly TempFolder folder = new();

    public void Dispose() => folder.Dispose();

    [Fact]
    public void A_shared_type_is_the_hosts_own()
    {
        var path = PluginSource.Greeter(folder.Path, "\"hello\"");
        File.Copy(typeof(IGreeter).Assembly.Location, folder[Path.GetFileName(typeof(IGreeter).Assembly.Location)]);
        using var loader = PluginLoader.CreateFromAssemblyFile(path, isUnloadable: true, sharedTypes: [typeof(IGreeter)]);

        var type = loader.LoadDefaultAssembly().GetType("Greeter")!;

        type.GetInterfaces().Should().Equal(typeof(IGreeter));
        AssemblyLoadContext.GetLoadContext(type.Assembly).Should().BeSameAs(loader.LoadContext);
    }

    [Fact]
    public void A_type_that_is_not_shared_is_the_plugins_own()
    {
        var path = PluginSource.Greeter(folder.Path, "\"hello\"");
        File.Copy(typeof(IGreeter).Assembly.Location, folder[Path.GetFileName(typeof(IGreeter).Assembly.Location)]);
        using var loader = PluginLoader.CreateFromAssemblyFile(path, config => config.IsUnloadable = true);

        var contract = loader.LoadDefaultAssembly().GetType("Greeter")!.GetInterfaces().Single();

        contract.FullName.Should().Be(typeof(IGreeter).FullName);
        contract.Should().NotBe(typeof(IGreeter));
    }

    [Fact]
    public void Two_plugins_keep_their_own_versions_of_a_dependency()
    {
        var first = PluginSource.Greeter(folder["a"], "Library.Version", PluginSource.Library(folder["a"], "1.0.0.0"));
        var second = PluginSource.Greeter(folder["b"], "Library.Version", PluginSource.Library(folder["b"], "2.0.0.0"));
        using var a = PluginLoader.CreateFromAssemblyFile(first, isUnloadable: true, [typeof(IGreeter)]);
        using var b = PluginLoader.CreateFromAssemblyFile(second, isUnloadable: true, [typeof(IGreeter)]);

        Greeters.Greet(a.LoadDefaultAssembly()).Should().Be("1.0.0.0");
        Greeters.Greet(b.LoadDefaultAssembly()).Should().Be("2.0.0.0");
    }

    [Theory]
    [InlineData(false, false, "2.0.0.0")]
    [InlineData(true, false, "9.0.0.0")]
    [InlineData(true, true, "2.0.0.0")]
    public void Preferring_the_host_takes_its_assemblies_except_the_private_ones(bool prefer, bool isPrivate, string version)
    {
        var host = new AssemblyLoadContext("host", isCollectible: true);
        host.LoadFromAssemblyPath(PluginSource.Library(folder["host"], "9.0.0.0"));
        var path = PluginSource.Greeter(folder["a"], "Library.Version", PluginSource.Library(folder["a"], "2.0.0.0"));
        using var loader = PluginLoader.CreateFromAssemblyFile(path, [typeof(IGreeter)], config =>
        {
            config.IsUnloadable = true;
            config.DefaultContext = host;
            config.PreferSharedTypes = prefer;
            if (isPrivate)
            {
                config.PrivateAssemblies.Add(new AssemblyName("Library"));
            }
        });

        Greeters.Greet(loader.LoadDefaultAssembly()).Should().Be(version);
    }

    [Theory]
    [InlineData(false)]
    [InlineData(true)]
    public void What_a_shared_assembly_references_is_shared_too(bool lazily)
    {
        var host = new AssemblyLoadContext("host", isCollectible: true);
        var library = PluginSource.Library(folder["host"], "9.0.0.0");
        var middle = PluginSource.Compile(
            folder["host"], "Middle", "public static class Middle { public static string Version => Library.Version; }", library);
        host.LoadFromAssemblyPath(library);
        host.LoadFromAssemblyPath(middle);
        PluginSource.Library(folder["a"], "2.0.0.0");
        var path = PluginSource.Greeter(folder["a"], "Middle.Version + Library.Version", middle, library);
        using var loader = PluginLoader.CreateFromAssemblyFile(path, [typeof(IGreeter)], config =>
        {
            config.IsUnloadable = true;
            config.DefaultContext = host;
            config.IsLazyLoaded = lazily;
            config.SharedAssemblies.Add(new AssemblyName("Middle"));
        });

        Greeters.Greet(loader.LoadDefaultAssembly()).Should().Be("9.0.0.09.0.0.0");
    }
}
