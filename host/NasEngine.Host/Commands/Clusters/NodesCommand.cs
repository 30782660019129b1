using System.CommandLine;
using System.Globalization;
using System.Text.Json;
using NasEngine.Host.Commands.Reading;
using NasEngine.Host.Composition;
using NasEngine.Host.Output;
using NasEngine.Pipeline.Journal;
using NasEngine.Pipeline.Reading;
using NasEngine.Pipeline.Workspaces;

namespace NasEngine.Host.Commands.Clusters;

/// <summary><c>nas nodes ID</c>: the machines that lent their workers to a search, and what they did.</summary>
internal static class NodesCommand
{
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
        opened => (
            NodeTable.Of(new EventReader(opened.Journal, opened.Header).Read()).Nodes,
            RunStatus.Of(opened.Workspace, opened.Header.Spec.Name)),
        (opened, read) => JsonText.Write(json =>
        {
            json.WriteString("search", opened.Header.Spec.Name);
            json.WriteString("state", opened.State);
            json.WriteStartArray("nodes");
            foreach (var node in read.Nodes)
            {
                Write(json, node, NodeText.StateOf(node, opened.State), NodeText.BusyOf(node, opened.State, read.Item2));
            }

            json.WriteEndArray();
        }),
        (opened, read, width) => Lines(read.Nodes, opened.State, read.Item2, width));

    private static IEnumerable<string> Lines(IReadOnlyList<NodeStory> nodes, string state, RunStatus? run, int width) => nodes.Count == 0
        ? ["No other machine worked for this search."]
        : TextColumns.Whole(NodeText.Heads, nodes.Select(node => NodeText.Row(node, state, NodeText.BusyOf(node, state, run))), width)
            .Concat(nodes.SelectMany(node => Failures(node, width)));

    private static IEnumerable<string> Failures(NodeStory node, int width) =>
        NodeText.Said(node).SelectMany(said => TextWrap.Of($"{node.Node.Name}: {said}", "  ", width));

    private static void Write(Utf8JsonWriter json, NodeStory node, string state, int? busy)
    {
        json.WriteStartObject();
        json.WriteNumber("id", node.Node.Id);
        json.WriteString("name", node.Node.Name);
        json.WriteString("address", node.Facts.Address);
        json.WriteString("state", state);
        json.WriteNumber("slots", node.Facts.Slots);
        Number(json, "busy_slots", busy);
        json.WriteStartArray("tags");
        foreach (var tag in node.Facts.Tags.Split(',', StringSplitOptions.RemoveEmptyEntries))
        {
            json.WriteStringValue(tag);
        }

        json.WriteEndArray();
        json.WriteString("device", node.Facts.Device);
        json.WriteString("hardware", node.Facts.Hardware.Length > 0 ? node.Facts.Hardware : null);
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
