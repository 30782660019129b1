using System.Runtime.InteropServices;
using NasEngine.Contracts;

namespace NasEngine.Host.Composition;

/// <summary>The web view beside this program, as the .NET tool has it; the launcher of a source tree starts its own.</summary>
internal static class WebProgram
{
    private static readonly string Assembly = Path.Combine(AppContext.BaseDirectory, "NasEngine.Web.dll");

    /// <summary>Makes this process that program (execv(3)), so that signals and streams are its own; returns only with an error.</summary>
    /// <exception cref="InputException">There is none, or it cannot be started.</exception>
    public static void Become()
    {
        if (!File.Exists(Assembly))
        {
            throw new InputException(
                "The web view is a program of its own, which is not here: './nas serve' builds it, and the package for Linux, "
                + "NasEngine.Tool.linux-x64, has it.");
        }

        if (OperatingSystem.IsWindows())
        {
            throw new InputException($"On Windows the web view is started by itself: dotnet \"{Assembly}\" serve.");
        }

        // The program may have been started by a file of its own; dotnet lies above the runtime that it runs on.
        var dotnet = Path.GetFullPath(Path.Combine(RuntimeEnvironment.GetRuntimeDirectory(), "..", "..", "..", "dotnet"));
        _ = Execute(dotnet, ["dotnet", Assembly, .. Environment.GetCommandLineArgs()[1..], null]);
        throw new InputException($"The web view cannot be started by '{dotnet}': {Clause.Of(Marshal.GetLastPInvokeErrorMessage())}.");
    }

    // A text is UTF-8 to libc.
    [DllImport("libc", EntryPoint = "execv", SetLastError = true, BestFitMapping = false, ThrowOnUnmappableChar = true)]
    private static extern int Execute(
        [MarshalAs(UnmanagedType.LPUTF8Str)] string path,
        [MarshalAs(UnmanagedType.LPArray, ArraySubType = UnmanagedType.LPStr)] string?[] arguments);
}
