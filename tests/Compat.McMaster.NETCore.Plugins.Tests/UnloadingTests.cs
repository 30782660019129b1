using System.Runtime.CompilerServices;
using McMaster.NETCore.Plugins;

namespace Compat.McMaster.NETCore.Plugins.Tests;

public sealed class UnloadingTests : IDisposable
{
    private readonly TempFolder folder = new();

    public void Dispose() => folder.Dispose();

    [Theory]
    [InlineData(false)]
    [InlineData(true)]
    public void A_disposed_plugin_is_gone_from_memory(bool inMemory)
    {
        var path = PluginSource.Greeter(folder.Path, "Library.Version", PluginSource.Library(folder.Path, "1.0.0.0"));

        var plugin = UseAndDispose(path, inMemory);

        IsCollected(plugin).Should().BeTrue();
    }

    [Fact]
    public void A_reload_brings_the_new_code_and_lets_the_old_go()
    {
        using var loader = PluginLoader.CreateFromAssemblyFile(
            PluginSource.Greeter(folder.Path, "\"old\""),
            isUnloadable: true,
            [typeof(IGreeter)],
            config => config.LoadInMemory = true);
        var raised = 0;
        loader.Reloaded += (sender, e) => raised += ReferenceEquals(sender, e.Loader) ? 1 : 0;
        var old = Use(loader, "old");
        PluginSource.Greeter(folder.Path, "\"new\"");

        loader.Reload();

        raised.Should().Be(1);
        Use(loader, "new");
        IsCollected(old).Should().BeTrue();
    }

    [Fact]
    public async Task A_changed_file_reloads_by_itself()
    {
        var path = PluginSource.Greeter(folder.Path, "\"old\"");
        using var loader = PluginLoader.CreateFromAssemblyFile(
            path, [typeof(IGreeter)], config => config.EnableHotReload = true);
        Use(loader, "old");
        var greeting = new TaskCompletionSource<string>();
        loader.Reloaded += (_, e) => greeting.TrySetResult(Greeters.Greet(e.Loader.LoadDefaultAssembly()));

        PluginSource.Greeter(folder.Path, "\"new\"");

        (await greeting.Task.WaitAsync(TimeSpan.FromMinutes(1))).Should().Be("new");
    }

    [MethodImpl(MethodImplOptions.NoInlining)]
    private static WeakReference UseAndDispose(string path, bool inMemory)
    {
        using var loader = PluginLoader.CreateFromAssemblyFile(
            path, isUnloadable: true, [typeof(IGreeter)], config => config.LoadInMemory = inMemory);
        return Use(loader, "1.0.0.0");
    }

    [MethodImpl(MethodImplOptions.NoInlining)]
    private static WeakReference Use(PluginLoader loader, string greeting)
    {
        var assembly = loader.LoadDefaultAssembly();
        Greeters.Greet(assembly).Should().Be(greeting);
        return new WeakReference(assembly);
    }

    private static bool IsCollected(WeakReference reference)
    {
        for (var i = 0; reference.IsAlive && i < 20; i++)
        {
            GC.Collect();
            GC.WaitForPendingFinalizers();
        }

        return !reference.IsAlive;
    }
}
