using NasEngine.Contracts;

namespace NasEngine.Host.Composition;

/// <summary>Whether a workspace has room for a journal at all; asked before anything is written.</summary>
internal static class WorkspaceRoom
{
    private const long Least = 1 << 20;

    /// <summary>Looks for the room of a search that begins.</summary>
    /// <exception cref="InputException">The disk is full.</exception>
    public static void Check(string workspace)
    {
        if (FreeBytes(workspace) is < Least and var free)
        {
            throw new InputException(
                $"The workspace '{workspace}' is on a full disk: {free >> 10} KiB are free and a search needs {Least >> 10} KiB to begin; "
                + $"free some, or give another --workspace.");
        }
    }

    /// <summary>What is free on the file system of the workspace, or of the nearest folder above it that is there.</summary>
    public static long FreeBytes(string workspace)
    {
        var folder = Path.GetFullPath(workspace);
        while (!Directory.Exists(folder) && Path.GetDirectoryName(folder) is { } above)
        {
            folder = above;
        }

        return new DriveInfo(folder).AvailableFreeSpace;
    }
}
