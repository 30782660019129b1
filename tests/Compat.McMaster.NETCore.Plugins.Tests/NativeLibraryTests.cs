using System.Runtime.InteropServices;
using McMaster.NETCore.Plugins;

namespace Compat.McMaster.NETCore.Plugins.Tests;

public sealed class NativeLibraryTests : IDisposable
{
    private const string CallNative = """
        [System.Runtime.InteropServices.DllImport("shadowed")] static extern int SystemNative_GetPid();
        public static string Pid() => SystemNative_GetPid().ToString();
        """;

    private readonly TempFolder folder = new();

    public void Dispose() => folder.Dispose();

    [Theory]
    [InlineData(false)]
    [InlineData(true)]
    public void A_native_library_beside_the_plugin_is_found_and_copied_when_in_memory(bool inMemory)
    {
        if (!OperatingSystem.IsLinux())
        {
            return;
        }

        // Any small library with an exported function serves; this one is part of the runtime.
        File.Copy(
            Path.Combine(RuntimeEnvironment.GetRuntimeDirectory(), "libSystem.Native.so"),
            folder["libshadowed.so"]);
        var path = PluginSource.Compile(folder.Path, "Native", $$"""public static class Native { {{CallNative}} }""");
        string? mapped;
        using (var loader = PluginLoader.CreateFromAssemblyFile(
            path, isUnloadable: true, [], config => config.LoadInMemory = inMemory))
        {
            var pid = loader.LoadDefaultAssembly().GetType("Native")!.GetMethod("Pid")!.Invoke(null, null);

            pid.Should().Be(Environment.ProcessId.ToString());
            mapped = MappedFile("libshadowed.so", folder.Path, inMemory);
            mapped.Should().NotBeNull();
        }

        File.Exists(mapped).Should().Be(!inMemory);
    }

    private static string? MappedFile(string name, string folder, bool elsewhere) =>
        File.ReadLines("/proc/self/maps")
            .Where(line => line.Contains('/'))
            .Select(line => line[line.IndexOf('/')..])
            .FirstOrDefault(path => path.EndsWith(name, StringComparison.Ordinal)
                && path.StartsWith(folder, StringComparison.Ordinal) != elsewhere);
}
