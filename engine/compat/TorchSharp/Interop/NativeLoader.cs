using System.Reflection;
using System.Runtime.CompilerServices;
using System.Runtime.InteropServices;

namespace TorchSharp.Interop;

/// <summary>Loads the shim from beside this assembly and says in one sentence what is missing when it cannot.</summary>
internal static class NativeLoader
{
    private const string Needed = "1.13";
    private const string Install = "apt-get install libtorch-dev libopenblas0-pthread";

#pragma warning disable CA2255 // the resolver must be there before the first native call, whoever makes it
    [ModuleInitializer]
#pragma warning restore CA2255
    internal static void Register() => NativeLibrary.SetDllImportResolver(typeof(NativeLoader).Assembly, Resolve);

    private static nint Resolve(string name, Assembly assembly, DllImportSearchPath? searchPath)
    {
        if (name != Native.Library) return 0;
        var path = Path.Combine(FolderOf(assembly), "libLibTorchSharp.so");
        try
        {
            return NativeLibrary.Load(path);
        }
        catch (DllNotFoundException reason)
        {
            throw new DllNotFoundException(Explain(path, File.Exists(path), FindVersions(), reason.Message));
        }
    }

    internal static string Explain(string path, bool shimExists, IReadOnlyList<string> found, string reason)
    {
        if (!shimExists) return $"The native part of TorchSharp is not at {path}: build the TorchSharp project first.";
        if (found.Count == 0) return $"libtorch {Needed} is not installed: run '{Install}'.";
        return found.Any(version => version.StartsWith(Needed, StringComparison.Ordinal))
            ? $"libtorch {Needed} is there but does not load: {reason}"
            : $"Found libtorch {string.Join(", ", found)}, but libtorch {Needed} is needed: run '{Install}'.";
    }

    private static string FolderOf(Assembly assembly) =>
        assembly.Location.Length > 0 ? Path.GetDirectoryName(assembly.Location)! : AppContext.BaseDirectory;

    private static string[] FindVersions()
    {
        string[] folders = ["/usr/lib/x86_64-linux-gnu", "/usr/lib/aarch64-linux-gnu", "/usr/local/lib", "/usr/lib"];
        return folders.Where(Directory.Exists)
            .SelectMany(folder => Directory.EnumerateFiles(folder, "libtorch_cpu.so.*"))
            .Select(file => Path.GetFileName(file)["libtorch_cpu.so.".Length..])
            .Distinct().Order(StringComparer.Ordinal).ToArray();
    }
}
