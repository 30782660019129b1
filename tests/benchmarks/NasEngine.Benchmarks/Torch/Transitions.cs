using System.Reflection;
using static TorchSharp.torch;

namespace NasEngine.Benchmarks.Torch;

/// <summary>The counters of engine/compat/TorchSharp; zeros where the package stands in its place.</summary>
internal static class Transitions
{
    private static readonly Type? Counters = typeof(Tensor).Assembly.GetType("TorchSharp.Interop.NativeCounters");

    public static (long Operators, long Releases) Read() => (Count("Operators"), Count("Releases"));

    private static long Count(string name) =>
        (long)(Counters?.GetField(name, BindingFlags.Static | BindingFlags.NonPublic)?.GetValue(null) ?? 0L);
}
