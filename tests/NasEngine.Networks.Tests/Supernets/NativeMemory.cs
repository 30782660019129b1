using System.Globalization;
using System.Runtime.InteropServices;

namespace NasEngine.Networks.Tests.Supernets;

/// <summary>
/// The most memory that something holds at once, from the high-water mark of this process's resident pages (proc(5)). Large
/// blocks are taken from the kernel one by one and given back, so that the mark is that of what lives. The runtime's own pages
/// can only add to it, so that the least of several runs counts.
/// </summary>
internal static class NativeMemory
{
    private const int MmapThreshold = -3;
    private const int LargeBlock = 64 << 10;
    private const int Runs = 7;

    /// <summary>The most bytes that <paramref name="body"/> held beyond what was held before; null where the system does not count.</summary>
    public static long? PeakOf(Action body)
    {
        _ = mallopt(MmapThreshold, LargeBlock);
        body(); // What is kept from a first time on, as prepared primitives are, is no part of it.
        return Enumerable.Range(0, Runs).Min(_ => PeakOfOne(body));
    }

    private static long? PeakOfOne(Action body)
    {
        GC.Collect();
        GC.WaitForPendingFinalizers();
        _ = malloc_trim(0);
        try
        {
            File.WriteAllText("/proc/self/clear_refs", "5");
        }
        catch (IOException)
        {
            return null;
        }

        var before = Kibibytes("VmRSS:");
        body();
        return (Kibibytes("VmHWM:") - before) << 10;
    }

    private static long Kibibytes(string name) => long.Parse(
        File.ReadLines("/proc/self/status").First(line => line.StartsWith(name, StringComparison.Ordinal))[name.Length..^2], CultureInfo.InvariantCulture);

    [DllImport("libc")]
    private static extern int mallopt(int parameter, int value);

    [DllImport("libc")]
    private static extern int malloc_trim(nint pad);
}
