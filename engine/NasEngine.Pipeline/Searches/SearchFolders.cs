using System.Text.Json;
using NasEngine.Pipeline.Journal;
using NasEngine.Pipeline.Workspaces;

namespace NasEngine.Pipeline.Searches;

/// <summary>
/// The folders of a workspace that are named after a search. A name can be given again, when the journal was taken away: then they are
/// cleared of what another search left there. What the program did not write stays.
/// </summary>
internal static class SearchFolders
{
    /// <summary>File of the results that names the search.</summary>
    public const string ResultFile = "result.json";

    /// <summary>Member of it that does so.</summary>
    public const string IdentityMember = "identity";

    private static readonly string[] Kinds = ["results", "checkpoints", "networks"];

    private static readonly string[] Files = [ResultFile, "report.html"];

    /// <summary>Clears all folders, before a search of this name begins.</summary>
    public static void Clear(string workspace, string name)
    {
        ClearResults(Path.Combine(workspace, "results", name));
        DeleteFiles(workspace, name);
        foreach (var kind in new[] { "checkpoints", "networks" })
        {
            if (Path.Combine(workspace, kind, name) is var folder && Directory.Exists(folder))
            {
                Directory.Delete(folder, recursive: true);
            }
        }
    }

    /// <summary>Renames the folders of a name; what is in the way was left by a search that is not there any more.</summary>
    public static void Move(string workspace, string from, string to)
    {
        foreach (var kind in Kinds)
        {
            var (was, now) = (Path.Combine(workspace, kind, from), Path.Combine(workspace, kind, to));
            if (Directory.Exists(was))
            {
                if (Directory.Exists(now))
                {
                    Directory.Delete(now, recursive: true);
                }

                Directory.Move(was, now);
            }
        }

        SearchLog.Move(workspace, from, to);
        if (File.Exists(HandedOut.PathOf(workspace, from)))
        {
            File.Move(HandedOut.PathOf(workspace, from), HandedOut.PathOf(workspace, to), overwrite: true);
        }
    }

    /// <summary>Deletes all folders of a name.</summary>
    public static void Delete(string workspace, string name)
    {
        foreach (var folder in Kinds.Select(kind => Path.Combine(workspace, kind, name)).Where(Directory.Exists))
        {
            Directory.Delete(folder, recursive: true);
        }

        DeleteFiles(workspace, name);
    }

    /// <summary>Whether there is a folder of a name.</summary>
    public static bool Exist(string workspace, string name) => Kinds.Any(kind => Directory.Exists(Path.Combine(workspace, kind, name)));

    /// <summary>Clears the results where they say that they are another search's.</summary>
    public static void Claim(string workspace, SearchHeader header)
    {
        var folder = Path.Combine(workspace, "results", header.Spec.Name);
        if (IdentityIn(Path.Combine(folder, ResultFile)) is { } identity && identity != header.Identity)
        {
            ClearResults(folder);
        }
    }

    private static void DeleteFiles(string workspace, string name)
    {
        SearchLog.Delete(workspace, name);
        if (File.Exists(HandedOut.PathOf(workspace, name)))
        {
            File.Delete(HandedOut.PathOf(workspace, name));
        }
    }

    private static void ClearResults(string folder)
    {
        foreach (var winner in WinnerFolders.All(folder))
        {
            Directory.Delete(winner, recursive: true);
        }

        foreach (var file in Files)
        {
            if (Directory.Exists(folder))
            {
                File.Delete(Path.Combine(folder, file));
            }
        }
    }

    /// <summary>What a file of results says; null where there is none, or it says nothing.</summary>
    private static string? IdentityIn(string path)
    {
        try
        {
            using var json = JsonDocument.Parse(File.ReadAllText(path));
            return json.RootElement.TryGetProperty(IdentityMember, out var identity) ? identity.GetString() : null;
        }
        catch (Exception problem) when (problem is IOException or UnauthorizedAccessException or JsonException or InvalidOperationException)
        {
            return null;
        }
    }
}
