using System.Diagnostics;

namespace NasEngine.Faults;

/// <summary>A small file system of its own.</summary>
internal sealed class Tmpfs : IDisposable
{
    private Tmpfs(string folder) => Folder = folder;

    public string Folder { get; }

    /// <summary>Mounts one; null where that is not allowed.</summary>
    public static Tmpfs? Mount(string size)
    {
        var folder = Directory.CreateTempSubdirectory("nas-disk-").FullName;
        if (Do("mount", "-t", "tmpfs", "-o", $"size={size}", "tmpfs", folder))
        {
            return new Tmpfs(folder);
        }

        Directory.Delete(folder);
        return null;
    }

    public void Resize(string size) => Do("mount", "-o", $"remount,size={size}", Folder);

    public void Writable() => Do("mount", "-o", "remount,rw", Folder);

    public void ReadOnly() => Do("mount", "-o", "remount,ro", Folder);

    public void Dispose()
    {
        Do("umount", "--lazy", Folder);
        Directory.Delete(Folder);
    }

    private static bool Do(string program, params string[] arguments)
    {
        try
        {
            using var process = Process.Start(new ProcessStartInfo(program, arguments) { RedirectStandardError = true })!;
            process.StandardError.ReadToEnd();
            process.WaitForExit();
            return process.ExitCode == 0;
        }
        catch (System.ComponentModel.Win32Exception)
        {
            return false;
        }
    }
}
