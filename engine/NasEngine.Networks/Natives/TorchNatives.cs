using System.Reflection;
using System.Runtime.InteropServices;
using System.Runtime.Loader;
using NasEngine.Contracts;

namespace NasEngine.Networks.Natives;

/// <summary>
/// Where TorchSharp's native libraries are loaded from: <c>natives</c>, a folder beside the program or above it, so that
/// programs, tests and plugins share one copy. <c>NASENGINE_NATIVES</c> names another folder.
/// </summary>
public static class TorchNatives
{
    private const string Binding = "libLibTorchSharp.so";
    private static readonly Lock Gate = new();
    private static bool _registered;
    private static bool _loaded;

    /// <summary>Lets the runtime find the libraries when TorchSharp first asks for them; cheap, loads nothing.</summary>
    public static void Register()
    {
        lock (Gate)
        {
            if (!_registered)
            {
                AssemblyLoadContext.Default.ResolvingUnmanagedDll += Resolve;
                _registered = true;
            }
        }
    }

    /// <summary>Loads the libraries.</summary>
    /// <returns>The folder they came from.</returns>
    /// <exception cref="InputException">They are not there or cannot be loaded on this machine; says what mends it.</exception>
    public static string Require()
    {
        lock (Gate)
        {
            var folder = NativesFolder.Find();
            if (!_loaded)
            {
                Load(folder);
                _loaded = true;
            }

            return folder;
        }
    }

    private static nint Resolve(Assembly assembly, string name)
    {
        if (assembly.GetName().Name != "TorchSharp")
        {
            return 0;
        }

        var folder = Require();
        return NativeLibrary.TryLoad(Path.Combine(folder, $"lib{name}.so"), out var library) || NativeLibrary.TryLoad($"lib{name}.so", out library)
            ? library
            : 0;
    }

    // A library that is loaded is found by its name from then on, whatever folder it came from.
    private static void Load(string folder)
    {
        try
        {
            NativeLibrary.Load(Path.Combine(folder, "libtorch.so"));
            var binding = Path.Combine(folder, Binding);
            if (!NativeLibrary.TryLoad(binding, out _))
            {
                NativeLibrary.Load(OlderStandardLibrary.Adapt(binding, Path.Combine(folder, "adapted")));
            }
        }
        catch (Exception problem) when (problem is DllNotFoundException or BadImageFormatException)
        {
            throw new InputException(
                $"libtorch cannot be loaded from '{folder}' ({problem.Message.Split('\n').First(line => line.Trim().Length > 0).Trim().TrimEnd('.')}); it needs 64-bit Linux on x86 with glibc 2.28 or newer.",
                problem);
        }
    }
}
