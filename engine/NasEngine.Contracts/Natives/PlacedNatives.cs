using System.Runtime.InteropServices;
using System.Runtime.Loader;

namespace NasEngine.Contracts;

/// <summary>
/// Native libraries of packages that lie on the disk once, in a folder of <c>natives</c> beside the program or above it, as libtorch's
/// do.
/// </summary>
public static class PlacedNatives
{
    /// <summary>Lets the runtime find a library there when it finds it nowhere else; cheap, loads nothing.</summary>
    /// <param name="assembly">Simple name of the assembly that asks for it.</param>
    /// <param name="library">
    /// The library as it asks for it, and the folder: <c>onnxruntime</c> is <c>natives/onnxruntime/libonnxruntime.so</c>.
    /// </param>
    public static void Register(string assembly, string library) =>
        AssemblyLoadContext.Default.ResolvingUnmanagedDll += (asking, name) =>
            asking.GetName().Name == assembly && Bare(name) == Bare(library)
                ? NativeLibrary.Load(Find(AppContext.BaseDirectory, library))
                : 0;

    /// <summary>The file for a program in <paramref name="program"/>.</summary>
    /// <exception cref="InputException">There is none.</exception>
    public static string Find(string program, string library)
    {
        for (var folder = new DirectoryInfo(program); folder is not null; folder = folder.Parent)
        {
            var path = Path.Combine(folder.FullName, "natives", library, $"lib{Bare(library)}.so");
            if (File.Exists(path))
            {
                return path;
            }
        }

        throw new InputException(
            $"The native library '{library}' is not in a folder 'natives/{library}' beside '{program}' or above it; build the program "
            + "again, or use the package for Linux, NasEngine.Tool.linux-x64, which has it.");
    }

    private static string Bare(string name) => Path.GetFileNameWithoutExtension(
        name.StartsWith("lib", StringComparison.Ordinal) ? name[3..] : name);
}
