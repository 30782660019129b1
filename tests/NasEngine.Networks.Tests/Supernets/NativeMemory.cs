using System.Runtime.InteropServices;

namespace NasEngine.Networks.Tests.Supernets;

/// <summary>Bytes that the tensors of this process hold, as its own build of the native library counts them.</summary>
internal static class NativeMemory
{
    private const string Library = "libLibTorchSharp.so";

    /// <summary>The most bytes that <paramref name="body"/> held beyond what was held before; null where the library does not count.</summary>
    public static long? PeakOf(Action body)
    {
        try
        {
            Peak(reset: 1);
            var before = InUse();
            body();
            return Peak(reset: 0) - before;
        }
        catch (EntryPointNotFoundException)
        {
            return null;
        }
    }

    [DllImport(Library, EntryPoint = "shim_memory_in_use")]
    private static extern long InUse();

    [DllImport(Library, EntryPoint = "shim_memory_peak")]
    private static extern long Peak(int reset);
}
