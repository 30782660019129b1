using System.Runtime.InteropServices;

namespace NasEngine.Host.Composition;

/// <summary>
/// A worker ends when its pipe does, but one that is frozen cannot see that. So the kernel is asked to kill it when the
/// coordinator dies (prctl(2)).
/// </summary>
internal static class ParentDeath
{
    private const int SetParentDeathSignal = 1;
    private const nint Kill = 9;

    /// <summary>Asks for it; where there is no such call, only the pipe ends a worker.</summary>
    public static void KillsThisProcess()
    {
        if (OperatingSystem.IsLinux())
        {
            _ = Control(SetParentDeathSignal, Kill, 0, 0, 0);
        }
    }

    [DllImport("libc", EntryPoint = "prctl")]
    private static extern int Control(int option, nint first, nint second, nint third, nint fourth);
}
