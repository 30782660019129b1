using System.Globalization;

namespace NasEngine.Benchmarks;

/// <summary>Processor time that the kernel counts, which other work on the machine does not add to.</summary>
internal static class ProcessorTime
{
    /// <summary>Clock ticks of a second in <c>/proc</c>, the same on every Linux.</summary>
    private const double Ticks = 100;

    /// <summary>Seconds of the processes that this one has waited for, and of those that they have.</summary>
    public static double OfChildren()
    {
        // After the name, which ends with a bracket, cutime and cstime are the 14th and 15th (proc(5)).
        var fields = File.ReadAllText("/proc/self/stat").Split(')')[^1].Split(' ', StringSplitOptions.RemoveEmptyEntries);
        return (long.Parse(fields[13], CultureInfo.InvariantCulture) + long.Parse(fields[14], CultureInfo.InvariantCulture)) / Ticks;
    }
}
