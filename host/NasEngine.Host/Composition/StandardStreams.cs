using System.Runtime.InteropServices;

namespace NasEngine.Host.Composition;

/// <summary>
/// Standard input, output and error as the program needs them. A closed one is opened on <c>/dev/null</c>, since the next file that is
/// opened would take its number and get what is printed; one that cannot be written any more takes what is printed and drops it, since a
/// search does not end because nobody looks on.
/// </summary>
internal static class StandardStreams
{
    private const int ReadAndWrite = 2;
    private const int GetFlags = 1;

    private static ForgivingWriter? _output;

    /// <summary>Sees to them. To be called before anything is opened or printed.</summary>
    public static void Secure()
    {
        if (OperatingSystem.IsLinux())
        {
            for (var stream = 0; stream <= 2; stream++)
            {
                if (Control(stream, GetFlags) < 0)
                {
                    _ = Open("/dev/null", ReadAndWrite); // Takes the lowest number that is free, which is this one.
                }
            }
        }

        _output = new ForgivingWriter(Console.Out);
        Console.SetOut(_output);
        Console.SetError(new ForgivingWriter(Console.Error));
    }

    /// <summary>Why what was printed did not arrive; null when it did, or when who read it went away.</summary>
    public static string? Lost => _output?.Problem;

    [DllImport("libc", EntryPoint = "fcntl")]
    private static extern int Control(int stream, int command);

    [DllImport("libc", EntryPoint = "open", CharSet = CharSet.Ansi, BestFitMapping = false, ThrowOnUnmappableChar = true)]
    private static extern int Open(string path, int flags);
}
