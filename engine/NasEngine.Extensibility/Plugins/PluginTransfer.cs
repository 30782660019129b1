using NasEngine.Contracts;
using NasEngine.Extensibility.Inline;

namespace NasEngine.Extensibility.Plugins;

/// <summary>Plugins on their way from one machine to another.</summary>
public static class PluginTransfer
{
    /// <summary>The files that a plugin is, relative to the folder of its assembly.</summary>
    public static IReadOnlyList<string> FilesOf(PluginCopy copy) =>
        PartFile.Is(copy.Path) ? [Path.GetFileName(copy.Path)] : PluginFiles.Read(copy.Path).Names;

    /// <summary>Takes a plugin whose files have arrived.</summary>
    /// <param name="cache">Folder of the copies of this machine.</param>
    /// <param name="arrived">Its files, in a folder of their own.</param>
    /// <returns>Where it is to be loaded from, and what holds it there; a part of a recipe is loaded from where it arrived.</returns>
    /// <exception cref="InputException">The files are not those of its hash, or cannot be copied.</exception>
    public static (PluginCopy Copy, IDisposable? Hold) Take(string cache, PluginCopy arrived)
    {
        if (PartFile.Is(arrived.Path))
        {
            return (arrived, null); // Its code is checked when it is opened.
        }

        try
        {
            var files = PluginFiles.Read(arrived.Path);
            return files.Hash == arrived.Hash
                ? new PluginStore(cache).Take(arrived.Id, files)
                : throw new InputException(
                    $"The files of plugin '{arrived.Id}' arrived as others (SHA-256 {files.Hash}, was {arrived.Hash}); start the "
                    + "node again.");
        }
        catch (Exception problem) when (problem is IOException or UnauthorizedAccessException)
        {
            throw new InputException($"Plugin '{arrived.Id}' cannot be copied to '{cache}': {problem.Message}", problem);
        }
    }
}
