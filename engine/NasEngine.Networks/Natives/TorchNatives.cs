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
    private const string TorchSharp = "TorchSharp";
    private const string Binding = "LibTorchSharp";
    private const string PackageFolder = "NUGET_PACKAGES";
    private static readonly Lock Gate = new();
    private static bool _registered;
    private static (nint Handle, LoadedNatives Loaded)? _natives;

    /// <summary>
    /// Lets the runtime find the libraries when TorchSharp first asks for them; cheap, loads nothing. Whatever uses TorchSharp
    /// says this first, or uses something of this assembly first, which does the same.
    /// </summary>
    public static void Register()
    {
        lock (Gate)
        {
            if (!_registered)
            {
                AssemblyLoadContext.Default.ResolvingUnmanagedDll += Resolve;
                AppDomain.CurrentDomain.AssemblyLoad += (_, loaded) => Serve(loaded.LoadedAssembly);
                foreach (var assembly in AppDomain.CurrentDomain.GetAssemblies())
                {
                    Serve(assembly);
                }

                _registered = true;
            }
        }
    }

    /// <summary>Loads the libraries; does nothing when they are loaded.</summary>
    /// <exception cref="InputException">They are not there or cannot be loaded on this machine; says what mends it.</exception>
    public static LoadedNatives Require()
    {
        lock (Gate)
        {
            return (_natives ??= NativeLibraries.Load(NativesFolder.Find())).Loaded;
        }
    }

    /// <summary>
    /// A plugin or a recipe may bring a TorchSharp of its own, in a context of its own, which asks there. None asks where the system
    /// has a libtorch: ours is loaded first then.
    /// </summary>
    private static void Serve(Assembly assembly)
    {
        if (assembly.GetName().Name != TorchSharp)
        {
            return;
        }

        if (AssemblyLoadContext.GetLoadContext(assembly) is { } context && context != AssemblyLoadContext.Default)
        {
            context.ResolvingUnmanagedDll += Resolve;
        }

        if (SystemLibtorch.IsThere())
        {
            TryRequire();
        }
    }

    /// <summary>What is wrong with ours is said when a tensor is made.</summary>
    private static void TryRequire()
    {
        try
        {
            Require();
        }
        catch (InputException)
        {
        }
    }

    private static nint Resolve(Assembly assembly, string name)
    {
        if (assembly.GetName().Name != TorchSharp)
        {
            return 0;
        }

        try
        {
            var folder = Require().Folder;
            return name == Binding ? _natives!.Value.Handle
                : NativeLibrary.TryLoad(Path.Combine(folder, $"lib{name}.so"), out var library) ? library
                : 0;
        }
        catch (InputException)
        {
            // TorchSharp would copy 480 MB from the packages into the program's folder; without a folder of packages it gives up.
            Environment.SetEnvironmentVariable(PackageFolder, Path.Combine(AppContext.BaseDirectory, "none"));
            throw;
        }
    }
}
