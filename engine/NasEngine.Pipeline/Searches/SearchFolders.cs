using System.Text.Json;
using NasEngine.Pipeline.Journal;

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

    private static readonly string[] Files = [ResultFile, "report.html"];

    /// <summary>Clears all folders, before a search of this name begins.</summary>
    public static void Clear(string workspace, string name)
    {
        ClearResults(Path.Combine(workspace, "results", name));
        foreach (var kind in new[] { "checkpoints", "networks" })
        {
            if (Path.Combine(workspace, kind, name) is var folder && Directory.Exists(folder))
            {
                Directory.Delete(folder, recursive: true);
            }
        }
    }

    /// <summary>Clears the results where they say that they are another search's.</summary>
    public static void Claim(string workspace, SearchHeader header)
    {
        var folder = Path.Combine(workspace, "results", header.Spec.Name);
        if (IdentityIn(Path.Combine(folder, ResultFile)) is { } identity && identity != header.Identity)
        {
            ClearResults(folder);
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
