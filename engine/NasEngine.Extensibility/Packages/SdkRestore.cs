using System.ComponentModel;
using System.Diagnostics;

namespace NasEngine.Extensibility.Packages;

/// <summary>The restore of the .NET SDK.</summary>
internal static class SdkRestore
{
    /// <summary>What it says when there is no SDK.</summary>
    public const string Missing = "no SDK";

    /// <summary>Restores the project of a folder; returns the exit code and all that was written.</summary>
    public static (int Code, string Said) Run(string project)
    {
        var start = new ProcessStartInfo(
            "dotnet", ["restore", Path.Combine(project, RestoreProject.Name), "--nologo", "-v", "minimal", "--disable-build-servers"])
        {
            WorkingDirectory = project,
            RedirectStandardOutput = true,
            RedirectStandardError = true,
        };
        start.Environment["DOTNET_CLI_UI_LANGUAGE"] = "en";
        try
        {
            using var process = Process.Start(start)!;
            var error = process.StandardError.ReadToEndAsync();
            var output = process.StandardOutput.ReadToEnd();
            process.WaitForExit();
            return (process.ExitCode, output + error.GetAwaiter().GetResult());
        }
        catch (Win32Exception)
        {
            return (1, Missing);
        }
    }
}
