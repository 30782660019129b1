using System.Runtime.InteropServices;

namespace NasEngine.Faults;

/// <summary>Signals to processes, by number.</summary>
internal static class Signal
{
    public const int Interrupt = 2;
    public const int Kill = 9;
    public const int Terminate = 15;
    public const int Continue = 18;
    public const int Stop = 19;

    /// <summary>Sends one; false when the process is gone.</summary>
    public static bool Send(int pid, int signal) => pid > 0 && NativeKill(pid, signal) == 0;

    [DllImport("libc", EntryPoint = "kill")]
    private static extern int NativeKill(int pid, int signal);
}
