using System.Runtime.InteropServices;

namespace NasEngine.Host.Composition;

/// <summary>
/// Standard input, output and error as the program needs them. A closed one is opened on <c>/dev/null</c>, since the next file that is
/// opened would take its number and get what is printed; where the runtime was first, nothing is printed to it; one that cannot be written
/// any more takes what is printed and drops it, since a search does not end because nobody looks on.
/// </summary>
internal static class StandardStreams
{
    private const int ReadAndWrite = 2;
    private const int GetFlags = 1;
    private const int ClosesOnExec = 1;
    private const short PollError = 8;

    private static ForgivingWriter? _output;

    /// <summary>Sees to them. To be called before anything is opened or printed.</summary>
    public static void Secure()
    {
        bool[] taken = [.. Enumerable.Range(0, 3).Select(stream => OperatingSystem.IsLinux() && IsTaken(stream))];
        if (taken[0])
        {
            Console.SetIn(TextReader.Null);
        }

        _output = new ForgivingWriter(taken[1] ? TextWriter.Null : Console.Out);
        Console.SetOut(_output);
        Console.SetError(new ForgivingWriter(taken[2] ? TextWriter.Null : Console.Error));
    }

    /// <summary>
    /// Whether the runtime has opened something of its own under the number of a stream that was closed when it started: what is inherited
    /// does not close on exec, and all that the runtime opens does. A stream that is closed still is opened.
    /// </summary>
    internal static bool IsTaken(int stream)
    {
        var flags = Control(stream, GetFlags);
        if (flags < 0)
        {
            _ = Open("/dev/null", ReadAndWrite); // Takes the lowest number that is free, which is this one.
        }

        return flags > 0 && (flags & ClosesOnExec) != 0;
    }

    /// <summary>Whether who read the output, through a pipe, has gone: what is printed only for him need not be made any more.</summary>
    public static bool OutputIsGone
    {
        get
        {
            var output = new Polled { Stream = 1, Asked = 0, Happened = 0 };
            return OperatingSystem.IsLinux() && Poll(ref output, 1, 0) > 0 && (output.Happened & PollError) != 0;
        }
    }

    /// <summary>Why what was printed did not arrive; null when it did, or when who read it went away.</summary>
    public static string? Lost => _output?.Problem;

    [DllImport("libc", EntryPoint = "fcntl")]
    private static extern int Control(int stream, int command);

    [DllImport("libc", EntryPoint = "poll")]
    private static extern int Poll(ref Polled streams, nuint count, int milliseconds);

    [DllImport("libc", EntryPoint = "open", CharSet = CharSet.Ansi, BestFitMapping = false, ThrowOnUnmappableChar = true)]
    private static extern int Open(string path, int flags);

    /// <summary>What poll(2) is asked of a stream and says of it.</summary>
    [StructLayout(LayoutKind.Sequential)]
    private struct Polled
    {
        public int Stream;
        public short Asked;
        public short Happened;
    }
}
