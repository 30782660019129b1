using System.Runtime.InteropServices;

namespace NasEngine.Networks;

/// <summary>
/// Keeps what is timed on one core, whose caches it then has: the one that the calling thread was on when this was made. On Linux;
/// elsewhere, and where the system does not let it, a thread stays where the system puts it.
/// </summary>
internal sealed class PinnedCore
{
    private const int MaskBytes = 128;

    private readonly byte[] _all = new byte[MaskBytes];
    private readonly byte[] _one = new byte[MaskBytes];
    private readonly bool _isKnown;

    public PinnedCore()
    {
        if (OperatingSystem.IsLinux() && CurrentCore() is >= 0 and < 8 * MaskBytes and var core
            && GetAffinity(0, MaskBytes, _all) == 0)
        {
            _one[core / 8] = (byte)(1 << (core % 8));
            _isKnown = true;
        }
    }

    /// <summary>
    /// Holds the calling thread on the core until what it returns is disposed of, by the same thread. Threads that it starts meanwhile
    /// stay there, so nothing but what is timed belongs in between.
    /// </summary>
    public Held Hold() => new(this, _isKnown && SetAffinity(0, MaskBytes, _one) == 0);

    [DllImport("libc", EntryPoint = "sched_getcpu")]
    private static extern int CurrentCore();

    [DllImport("libc", EntryPoint = "sched_getaffinity")]
    private static extern int GetAffinity(int thread, nint bytes, [Out] byte[] mask);

    [DllImport("libc", EntryPoint = "sched_setaffinity")]
    private static extern int SetAffinity(int thread, nint bytes, byte[] mask);

    /// <summary>A thread that is held.</summary>
    internal readonly ref struct Held(PinnedCore core, bool isHeld)
    {
        /// <summary>Lets it go where it could be before.</summary>
        public void Dispose()
        {
            if (isHeld)
            {
                _ = SetAffinity(0, MaskBytes, core._all);
            }
        }
    }
}
