namespace NasEngine.Extensibility.Plugins;

/// <summary>
/// The copies that plugins are loaded from, each in a folder of its own named by its hash: a file that is loaded must never
/// change, and users replace theirs. A copy that some process runs on is held, and is not pruned.
/// </summary>
/// <param name="folder">Folder of all copies; made when it is not there.</param>
internal sealed class PluginStore(string folder)
{
    private const string Marker = ".held";
    private const int Kept = 4;
    private const int Attempts = 3;

    /// <summary>Copies the files unless that was done before, and holds the copy until it is disposed.</summary>
    /// <exception cref="IOException">They cannot be copied, or change meanwhile.</exception>
    public (PluginCopy Copy, IDisposable Hold) Take(string id, PluginFiles files)
    {
        var target = Path.Combine(folder, id, files.Hash);
        var copy = new PluginCopy(id, Path.Combine(target, Path.GetFileName(files.Main)), files.Hash);
        for (var attempt = 1; ; attempt++)
        {
            if (Hold(copy) is { } hold)
            {
                Prune(Path.Combine(folder, id), target);
                return (copy, hold);
            }

            if (attempt == Attempts)
            {
                throw new IOException($"the copy '{target}' cannot be held");
            }

            Provide(files, copy);
        }
    }

    /// <summary>Holds a copy that was made before, perhaps by another process; null when it is gone or not what it was.</summary>
    public static IDisposable? Hold(PluginCopy copy)
    {
        var hold = TryHold(Path.GetDirectoryName(copy.Path)!, FileShare.Read);
        if (hold is not null && IsSound(copy))
        {
            return hold;
        }

        hold?.Dispose();
        return null;
    }

    private static void Provide(PluginFiles files, PluginCopy copy)
    {
        var target = Path.GetDirectoryName(copy.Path)!;
        var aside = Path.Combine(Path.GetDirectoryName(target)!, Path.GetRandomFileName());
        try
        {
            files.CopyTo(aside);
            File.Create(Path.Combine(aside, Marker)).Dispose();
            if (!IsSound(copy with { Path = Path.Combine(aside, Path.GetFileName(files.Main)) }))
            {
                throw new IOException("its files change while they are copied; try again when they are complete");
            }

            Publish(aside, target, copy);
        }
        finally
        {
            if (Directory.Exists(aside))
            {
                Directory.Delete(aside, recursive: true);
            }
        }
    }

    private static void Publish(string aside, string target, PluginCopy copy)
    {
        if (Directory.Exists(target) && !(IsSound(copy) && File.Exists(Path.Combine(target, Marker))))
        {
            Directory.Move(target, aside + ".damaged");
            Directory.Delete(aside + ".damaged", recursive: true);
        }

        try
        {
            Directory.Move(aside, target);
        }
        catch (IOException) when (Directory.Exists(target))
        {
            // Another process made the same copy meanwhile.
        }
    }

    private static bool IsSound(PluginCopy copy)
    {
        try
        {
            return File.Exists(copy.Path) && PluginFiles.Read(copy.Path).Hash == copy.Hash;
        }
        catch (IOException)
        {
            return false;
        }
    }

    private static void Prune(string copies, string target)
    {
        var old = new DirectoryInfo(copies).EnumerateDirectories()
            .Where(copy => copy.FullName != target && File.Exists(Path.Combine(copy.FullName, Marker)))
            .OrderByDescending(copy => copy.LastWriteTimeUtc)
            .Skip(Kept - 1);
        foreach (var copy in old)
        {
            using var alone = TryHold(copy.FullName, FileShare.None);
            if (alone is not null)
            {
                copy.Delete(recursive: true);
            }
        }
    }

    // The lock is the kernel's, on an open file: it ends with the process, however that ends.
    private static FileStream? TryHold(string copy, FileShare share)
    {
        try
        {
            return new FileStream(Path.Combine(copy, Marker), FileMode.Open, FileAccess.Read, share);
        }
        catch (IOException)
        {
            return null;
        }
    }
}
