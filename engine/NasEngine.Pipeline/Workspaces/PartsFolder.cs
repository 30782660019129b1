using NasEngine.Pipeline.Journal;

namespace NasEngine.Pipeline.Workspaces;

/// <summary>
/// The folder of a workspace with the parts that recipes hold, a file for each, named by its hash. Searches that have a part in common
/// have its file in common.
/// </summary>
public static class PartsFolder
{
    /// <summary>Path of the folder.</summary>
    public static string Of(string workspace) => Path.Combine(workspace, "parts");

    /// <summary>Deletes what searches had that are gone and no other has.</summary>
    /// <param name="workspace">The workspace.</param>
    /// <param name="gone">Searches that are gone.</param>
    /// <param name="left">Those that are left.</param>
    public static void Prune(string workspace, IEnumerable<SearchHeader> gone, IEnumerable<SearchHeader> left)
    {
        if (!Directory.Exists(Of(workspace)))
        {
            return;
        }

        var orphans = gone.SelectMany(HashesOf).Except(left.SelectMany(HashesOf)).ToHashSet(StringComparer.Ordinal);
        foreach (var file in Directory.GetFiles(Of(workspace)))
        {
            if (orphans.Contains(Path.GetFileNameWithoutExtension(file)))
            {
                File.Delete(file);
            }
        }
    }

    private static IEnumerable<string> HashesOf(SearchHeader header) => header.Origin.PluginHashes.Values;
}
