using System.CommandLine;
using System.Globalization;
using System.Text.Json;
using NasEngine.Host.Commands.Reading;
using NasEngine.Host.Composition;
using NasEngine.Host.Output;
using NasEngine.Pipeline.Journal;
using NasEngine.Pipeline.Reading;

namespace NasEngine.Host.Commands.Clusters;

/// <summary><c>nas nodes ID</c>: the machines that lent their workers to a search, and what they did.</summary>
internal static class NodesCommand
{
    private const int BuildDigits = 9;

    private static readonly string[] Heads =
        ["node", "address", "state", " slots", " done", " an hour", " lost", "device", "version", " clock", "joined"];

    public static Command Create()
    {
        var command = new Command("nodes", "Show the other machines that worked for a search, and what they did and failed at.")
        {
            SearchArgument.Id, CommonOptions.Json,
        };
        command.SetAction(Run);
        return command;
    }

    private static int Run(ParseResult parsed) => ReadingCommand.Run(
        parsed,
        opened => NodeTable.Of(new EventReader(opened.Journal, opened.Header).Read()).Nodes,
        (opened, nodes) => JsonText.Write(json =>
        {
            json.WriteString("search", opened.Header.Spec.Name);
            json.WriteString("state", opened.State);
            json.WriteStartArray("nodes");
            foreach (var node in nodes)
            {
                Write(json, node, StateOf(node, opened.State));
            }

            json.WriteEndArray();
        }),
        (opened, nodes, width) => Lines(nodes, opened.State, width));

    private static IEnumerable<string> Lines(IReadOnlyList<NodeStory> nodes, string state, int width) => nodes.Count == 0
        ? ["No other machine worked for this search."]
        : TextColumns.Whole(Heads, nodes.Select(node => Row(node, state)), width).Concat(nodes.SelectMany(node => Failures(node, width)));

    private static IReadOnlyList<string> Row(NodeStory node, string state) =>
    [
        node.Node.Name,
        node.Facts.Address,
        StateOf(node, state),
        Text($"{node.Facts.Slots}"),
        Text($"{node.Done}"),
        node.PerHour is { } rate ? Text($"{rate:0.#}") : "–",
        Text($"{node.Lost}"),
        node.Facts.Device ?? "the search's",
        Short(node.Facts.Engine),
        Text($"{node.Facts.ClockAhead:+0.0;-0.0;0.0} s"),
        Text($"{node.Joined.ToLocalTime():yyyy-MM-dd HH:mm:ss}"),
    ];

    private static IEnumerable<string> Failures(NodeStory node, int width) =>
        node.Failures.Concat(node.Reason is { } reason ? [reason] : []).SelectMany(
            said => TextWrap.Of($"{node.Node.Name}: {said}", "  ", width));

    /// <summary>Of a search that nobody runs no node is there.</summary>
    private static string StateOf(NodeStory node, string state) =>
        node.Left is null && state is "running" or "paused" ? "there" : "gone";

    private static void Write(Utf8JsonWriter json, NodeStory node, string state)
    {
        json.WriteStartObject();
        json.WriteNumber("id", node.Node.Id);
        json.WriteString("name", node.Node.Name);
        json.WriteString("address", node.Facts.Address);
        json.WriteString("state", state);
        json.WriteNumber("slots", node.Facts.Slots);
        json.WriteString("device", node.Facts.Device);
        json.WriteString("engine", node.Facts.Engine);
        json.WriteString("contracts", node.Facts.Contracts);
        json.WriteNumber("clock_ahead_seconds", node.Facts.ClockAhead);
        json.WriteNumber("done", node.Done);
        Number(json, "done_per_hour", node.PerHour);
        json.WriteNumber("lost", node.Lost);
        json.WriteString("joined", Text($"{node.Joined:O}"));
        json.WriteString("left", node.Left is { } left ? Text($"{left:O}") : null);
        json.WriteString("left_because", node.Reason);
        json.WriteStartArray("failures");
        foreach (var failure in node.Failures)
        {
            json.WriteStringValue(failure);
        }

        json.WriteEndArray();
        json.WriteEndObject();
    }

    /// <summary>A version whose build is told by a few of its digits.</summary>
    private static string Short(string version) => version.IndexOf('+') is > 0 and var build && version.Length > build + BuildDigits
        ? version[..(build + BuildDigits)]
        : version;

    private static void Number(Utf8JsonWriter json, string name, double? value)
    {
        if (value is { } number)
        {
            json.WriteNumber(name, number);
        }
        else
        {
            json.WriteNull(name);
        }
    }

    private static string Text(FormattableString text) => text.ToString(CultureInfo.InvariantCulture);
}
