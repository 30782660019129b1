using System.Diagnostics;

namespace NasEngine.Host.Tests.Programs;

/// <summary>A file system of its own in memory, gone after the test.</summary>
internal sealed class SmallDisk : IDisposable
{
    private readonly TempFolder _folder = new();

    private SmallDisk()
    {
    }

    public static bool IsPossible { get; } = Environment.IsPrivilegedProcess && TryMount();

    public string Path => _folder.Path;

    public static SmallDisk Mount(int kibibytes)
    {
        var disk = new SmallDisk();
        Run("mount", "-t", "tmpfs", "-o", $"size={kibibytes}k", "tmpfs", disk.Path).Should().Be(0);
        return disk;
    }

    public void Dispose()
    {
        Run("umount", Path);
        _folder.Dispose();
    }

    private static bool TryMount()
    {
        using var folder = new TempFolder();
        return Run("mount", "-t", "tmpfs", "-o", "size=64k", "tmpfs", folder.Path) == 0 && Run("umount", folder.Path) == 0;
    }

    private static int Run(string program, params string[] arguments)
    {
        using var process = Process.Start(new ProcessStartInfo(program, arguments) { RedirectStandardError = true })!;
        process.WaitForExit();
        return process.ExitCode;
    }
}
