namespace TorchSharp.Interop;

/// <summary>How often this process went over into the native library; approximate when several threads do.</summary>
internal static class NativeCounters
{
    internal static long Operators;
    internal static long Releases;
}
