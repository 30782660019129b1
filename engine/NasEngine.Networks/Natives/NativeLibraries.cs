using System.Runtime.InteropServices;
using NasEngine.Contracts;

namespace NasEngine.Networks.Natives;

/// <summary>Loads the native libraries of one folder.</summary>
internal static class NativeLibraries
{
    private const string Libtorch = "libtorch.so";
    private const string Binding = "libLibTorchSharp.so";

    /// <summary>Loads libtorch and TorchSharp's own library; from then on both are found by name, whatever folder they came from.</summary>
    /// <returns>The handle of TorchSharp's library, and what was loaded.</returns>
    /// <exception cref="InputException">They cannot be loaded on this machine.</exception>
    public static (nint Handle, LoadedNatives Loaded) Load(string folder)
    {
        try
        {
            NativeLibrary.Load(Path.Combine(folder, Libtorch));
            var binding = PackagedNatives.BindingOf(folder, Binding);
            if (NativeLibrary.TryLoad(binding, out var library))
            {
                return (library, new LoadedNatives(folder, binding, IsAdapted: false));
            }

            var adapted = OlderStandardLibrary.Adapt(binding, Path.Combine(folder, "adapted"));
            return (NativeLibrary.Load(adapted), new LoadedNatives(folder, adapted, adapted != binding));
        }
        catch (Exception problem) when (problem is DllNotFoundException or BadImageFormatException)
        {
            throw new InputException(
                $"libtorch cannot be loaded from '{folder}' ({Reason(problem.Message)}); it needs 64-bit Linux on x86 with glibc 2.34 or "
                + $"newer, and whole files: build the program again, or name another folder in {NativesFolder.Variable}.",
                problem);
        }
    }

    /// <summary>The loader's own words come after a line of the runtime's.</summary>
    private static string Reason(string message)
    {
        var lines = message.Split('\n', StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries);
        return lines[Math.Min(1, lines.Length - 1)].TrimEnd('.');
    }
}
