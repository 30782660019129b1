using System.Diagnostics;

namespace NasEngine.Host.Tests.Programs;

/// <summary>A folder that cannot be written while this lives, by root either.</summary>
internal sealed class ReadOnlyFolder : IDisposable
{
    private readonly string _path;

    public ReadOnlyFolder(string path)
    {
        _path = path;
        Run("mount", "--bind", path, path).Should().Be(0);
        Run("mount", "-o", "remount,ro,bind", path).Should().Be(0);
    }

    public void Dispose() => Run("umount", _path);

    private static int Run(string program, params string[] arguments)
    {
        using var process = Process.Start(new ProcessStartInfo(program, arguments) { RedirectStandardError = true })!;
        process.WaitForExit();
        return process.ExitCode;
    }
}
