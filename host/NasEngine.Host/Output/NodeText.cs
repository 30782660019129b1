using System.Globalization;
using NasEngine.Pipeline.Reading;
using NasEngine.Pipeline.Workspaces;
using NasEngine.Search;

namespace NasEngine.Host.Output;

/// <summary>A node in words. Pure: tested as text.</summary>
internal static class NodeText
{
    /// <summary>What the columns of <see cref="Row"/> are; one that begins with a blank is of figures.</summary>
    public static IReadOnlyList<string> Heads { get; } =
        ["node", "address", "state", " busy", " slots", " done", " an hour", " lost", "tags", "device", "version", " clock", "joined"];

    /// <summary>What a node is and did.</summary>
    /// <param name="node">The node.</param>
    /// <param name="search">The state of its search in a word.</param>
    /// <param name="busy">How many of its slots somebody has; null where that is not known.</param>
    public static IReadOnlyList<string> Row(NodeStory node, string search, int? busy) =>
    [
        node.Node.Name,
        node.Facts.Address,
        StateOf(node, search),
        busy is { } taken ? Text($"{taken}") : "–",
        Text($"{node.Facts.Slots}"),
        Text($"{node.Done}"),
        node.PerHour is { } rate ? Text($"{rate:0.#}") : "–",
        Text($"{node.Lost}"),
        node.Facts.Tags.Length > 0 ? node.Facts.Tags : "–",
        DeviceOf(node.Facts),
        node.Facts.Engine,
        Text($"{node.Facts.ClockAhead:+0.0;-0.0;0.0} s"),
        Text($"{node.Joined.ToLocalTime():yyyy-MM-dd HH:mm:ss}"),
    ];

    /// <summary>What went wrong there, and why it is gone.</summary>
    public static IEnumerable<string> Said(NodeStory node) => node.Failures.Concat(node.Reason is { } reason ? [reason] : []);

    /// <summary>Of a search that nobody runs no node is there.</summary>
    public static string StateOf(NodeStory node, string search) =>
        node.Left is null && search is "running" or "paused" ? "there" : "gone";

    /// <summary>How many slots of a node somebody has; null where it is gone, or the run does not say.</summary>
    public static int? BusyOf(NodeStory node, string search, RunStatus? run) =>
        StateOf(node, search) == "there" && run?.Busy.TryGetValue(node.Node.Id, out var busy) == true ? busy : null;

    private static string DeviceOf(NodeFacts facts) =>
        facts.Hardware.Length == 0 ? facts.Device ?? "the search's"
        : facts.Device is { } device ? $"{device}, {facts.Hardware}"
        : facts.Hardware;

    private static string Text(FormattableString text) => text.ToString(CultureInfo.InvariantCulture);
}
