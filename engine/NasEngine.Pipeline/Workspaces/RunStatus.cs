using System.Collections.Immutable;
using System.Globalization;
using System.Text.Json;
using System.Text.Json.Nodes;

namespace NasEngine.Pipeline.Workspaces;

/// <summary>
/// What a running search does just now, for who looks on from another process: a small file in a folder of the workspace that the run
/// writes about once a second and takes away when it ends. What counts is in the journal; this is what a terminal shows beside it.
/// </summary>
/// <param name="Search">Name of the search.</param>
/// <param name="At">When this was written, UTC.</param>
/// <param name="Doing">What it waits for or works at, in a few words.</param>
/// <param name="Note">What was told last; empty when nothing was.</param>
public sealed record RunStatus(string Search, DateTimeOffset At, string Doing, string Note)
{
    private const string Folder = "running";

    /// <summary>Slots of nodes that somebody has, by the number of the node; empty where there are no nodes.</summary>
    public IReadOnlyDictionary<long, int> Busy { get; init; } = ImmutableDictionary<long, int>.Empty;

    /// <summary>Writes it; where the workspace takes nothing, what was there stays.</summary>
    public void Write(string workspace)
    {
        var (path, json) = (PathOf(workspace, Search), new JsonObject
        {
            ["search"] = Search, ["at"] = At.ToString("O", CultureInfo.InvariantCulture), ["doing"] = Doing, ["note"] = Note,
            ["busy"] = new JsonObject(Busy.Select(node => KeyValuePair.Create<string, JsonNode?>(
                node.Key.ToString(CultureInfo.InvariantCulture), node.Value))),
        });
        Try(() =>
        {
            Directory.CreateDirectory(Path.Combine(workspace, Folder));
            File.WriteAllText(path + ".part", json.ToJsonString());
            File.Move(path + ".part", path, overwrite: true);
        });
    }

    /// <summary>Takes away what the run of a search wrote.</summary>
    public static void Clear(string workspace, string search) => Try(() =>
    {
        if (Directory.Exists(Path.Combine(workspace, Folder)))
        {
            File.Delete(PathOf(workspace, search));
        }
    });

    /// <summary>Takes away what runs of other processes left.</summary>
    public static void Clear(string workspace) => Try(() =>
    {
        if (Path.Combine(workspace, Folder) is var folder && Directory.Exists(folder))
        {
            Directory.Delete(folder, recursive: true);
        }
    });

    /// <summary>What the run of a search wrote; null where it wrote nothing that can be read.</summary>
    public static RunStatus? Of(string workspace, string search)
    {
        try
        {
            return JsonNode.Parse(File.ReadAllText(PathOf(workspace, search))) is JsonObject json && (string?)json["search"] == search
                ? new RunStatus(
                    search,
                    DateTimeOffset.Parse((string?)json["at"] ?? "", CultureInfo.InvariantCulture),
                    (string?)json["doing"] ?? "",
                    (string?)json["note"] ?? "")
                {
                    Busy = (json["busy"] as JsonObject ?? []).ToImmutableDictionary(
                        node => long.Parse(node.Key, CultureInfo.InvariantCulture), node => (int?)node.Value ?? 0),
                }
                : null;
        }
        catch (Exception gone) when (gone is IOException or UnauthorizedAccessException or JsonException or FormatException
            or InvalidOperationException)
        {
            return null;
        }
    }

    private static string PathOf(string workspace, string search) => Path.Combine(workspace, Folder, search + ".json");

    private static void Try(Action write)
    {
        try
        {
            write();
        }
        catch (Exception refused) when (refused is IOException or UnauthorizedAccessException)
        {
            // The search does not wait for who looks on.
        }
    }
}
