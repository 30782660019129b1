using System.Globalization;
using System.Text.RegularExpressions;
using NasEngine.Contracts;
using NasEngine.Host.Output;
using NasEngine.Pipeline.Journal;
using NasEngine.Pipeline.Reading.Following;
using NasEngine.Pipeline.Workspaces;
using NasEngine.Search;

namespace NasEngine.Host.Plots.Timelines;

/// <summary>The rows of a timeline, from what the journal has and what was told beside it.</summary>
internal sealed partial class Lanes
{
    private static readonly (string Name, bool IsBad, Func<SearchEvent, bool> Has)[] Kinds =
    [
        ("failed", true, happened => happened is Measured),
        ("lost attempts", true, happened => happened is AttemptFailed or NodeHappened { News: CandidateLeft }),
        ("nodes", false, happened => happened is NodeHappened { News: NodeJoined or NodeLeft or StartFailed }),
        ("swaps", false, happened => happened is PluginsChanged),
        ("winners", false, happened => happened is FinalistsChosen or FinalistMeasured or FinalistsRanked),
        ("search", false, happened => happened is Completed or Failed or Redefined or Renamed or TimeSpent or Enqueued),
    ];

    private readonly SearchFollower _search;
    private readonly IReadOnlyCollection<JournaledEvent> _events;
    private readonly LogLine[] _told;
    private readonly Func<Architecture, string> _format;

    public Lanes(SearchFollower search, IReadOnlyCollection<LogLine> told, ISearchSpace? space)
    {
        (_search, _events, _told) = (search, search.Notable, [.. told]);
        _format = space is null ? architecture => architecture.Key : space.Format;
        var last = search.Trials.Count > 0 ? search.Trials.MeasuredAt(search.Trials.Count - 1) : null;
        End = new[] { last ?? search.Header.Created }.Concat(_told.Select(line => line.At)).Concat(_events.Select(one => one.At)).Max();
    }

    /// <summary>The last moment that is known.</summary>
    public DateTimeOffset End { get; }

    /// <summary>The rows that have something, from above.</summary>
    public IReadOnlyList<Lane> All =>
    [
        .. new[] { Runs() }.Concat(Workers()).Append(Pauses()).Concat(Kinds.Select(kind => new Lane(
            kind.Name, [], [.. _events.Where(one => kind.Has(one.Event)).Select(Mark)], kind.IsBad)))
            .Where(lane => lane.Bars.Count + lane.Marks.Count + lane.Jobs.Count > 0),
    ];

    private Lane Runs()
    {
        var lines = _told.Where(line => line.Kind == "run").ToArray();
        return new Lane("runs",
        [
            .. lines.Index().Where(line => Begins().IsMatch(line.Item.Text)).Select(line => new LaneBar(
                line.Item.At, line.Index + 1 < lines.Length ? lines[line.Index + 1].At : End, line.Item.Text)),
        ], []);
    }

    /// <summary>A worker lasts until it is lost, another takes its place, or the run ends; within lies what it had.</summary>
    private IEnumerable<Lane> Workers()
    {
        var jobs = WorkerJobs.Of(_search, End);
        var told = Processes().ToDictionary(lane => lane.Key, lane => lane.Lane);
        return told.Keys.Union(jobs.Keys).Order().Select(
            worker => (told.GetValueOrDefault(worker) ?? new Lane($"worker {worker}", [], [])) with
            {
                Jobs = jobs.GetValueOrDefault(worker) ?? [],
            });
    }

    private IEnumerable<(int Key, Lane Lane)> Processes()
    {
        var ready = _told.Where(line => line.Kind == "worker").Select(line => (line.At, line.Text, Ready().Match(line.Text)))
            .Where(one => one.Item3.Success)
            .Select(one => (one.At, one.Text, Slot: Number(one.Item3.Groups[1]), Process: one.Item3.Groups[2].Value)).ToArray();
        return ready.GroupBy(one => one.Slot).Select(slot => (slot.Key, new Lane(
            $"worker {slot.Key}",
            [.. slot.Select(one => new LaneBar(one.At, EndOf(one.At, one.Process, slot.Select(other => other.At)), one.Text))],
            [.. slot.SelectMany(one => LostOf(one.Process).Select(Mark))],
            IsBad: true)));
    }

    private DateTimeOffset EndOf(DateTimeOffset from, string process, IEnumerable<DateTimeOffset> next) =>
        LostOf(process).Select(one => one.At).Concat(next).Concat(_told.Where(line => line.Kind == "run").Select(line => line.At))
            .Where(at => at > from).DefaultIfEmpty(End).Min();

    private IEnumerable<JournaledEvent> LostOf(string process) => _events.Where(one => one.Event is AttemptFailed lost
        && lost.Reason.Contains($"process {process} ", StringComparison.Ordinal));

    private Lane Pauses()
    {
        var changes = _events.Where(one => one.Event is Paused or Resumed).ToArray();
        return new Lane("paused",
        [
            .. changes.Index().Where(one => one.Item.Event is Paused).Select(one => new LaneBar(
                one.Item.At, one.Index + 1 < changes.Length ? changes[one.Index + 1].At : End, "paused: nothing new begins")),
        ], []);
    }

    private LaneMark Mark(JournaledEvent happened) => new(
        happened.At, EventText.Of(happened.At, happened.Event, _format, all: true)[0].Text, happened.Event switch
        {
            Measured e => e.Number,
            AttemptFailed e => e.Number,
            NodeHappened { News: CandidateLeft e } => e.Number,
            _ => null,
        });

    private static int Number(Group group) => int.Parse(group.ValueSpan, CultureInfo.InvariantCulture);

    [GeneratedRegex("^process [0-9]+ runs")]
    private static partial Regex Begins();

    [GeneratedRegex("^worker ([0-9]+) is ready: process ([0-9]+)")]
    private static partial Regex Ready();
}
