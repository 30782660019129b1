using System.Globalization;

namespace NasEngine.Benchmarks.OneShot;

/// <summary>The memory of this process.</summary>
internal static class ProcessMemory
{
    /// <summary>The most it ever had resident, bytes.</summary>
    public static double Peak() => 1024 * double.Parse(
        File.ReadLines("/proc/self/status").First(line => line.StartsWith("VmHWM:", StringComparison.Ordinal)).Split(' ', StringSplitOptions.RemoveEmptyEntries)[1],
        CultureInfo.InvariantCulture);
}
