using System.Runtime.InteropServices;

namespace NasEngine.Networks.Tests.Supernets;

/// <summary>Bytes that this process holds from glibc's allocator, where libtorch keeps its tensors.</summary>
internal static class NativeMemory
{
    /// <summary>Bytes in use in all arenas and mappings; null where the C library does not tell.</summary>
    public static long? InUse()
    {
        try
        {
            var information = Read();
            return (long)(information.InArenas + information.InMappings);
        }
        catch (Exception failure) when (failure is EntryPointNotFoundException or DllNotFoundException)
        {
            return null;
        }
    }

    [DllImport("libc.so.6", EntryPoint = "mallinfo2")]
    private static extern Information Read();

    /// <summary>struct mallinfo2.</summary>
    [StructLayout(LayoutKind.Sequential)]
    private struct Information
    {
        public nuint Arena;
        public nuint FreeChunks;
        public nuint FastChunks;
        public nuint Mappings;
        public nuint InMappings;
        public nuint Unused;
        public nuint InFastChunks;
        public nuint InArenas;
        public nuint Free;
        public nuint Releasable;
    }
}
