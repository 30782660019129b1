using NasEngine.Contracts;
using NasEngine.Host.Output;
using NasEngine.Pipeline.Journal;
using NasEngine.Pipeline.Workspaces;
using NasEngine.Search;

namespace NasEngine.Host.Commands.Reading;

/// <summary>
/// The log of a search as it grows: each line once, those that come together in the order of their times. A loss that the run told of
/// and its journal has is one line, though the two come at different times: whichever comes first.
/// </summary>
/// <param name="workspace">The workspace.</param>
/// <param name="journal">Its journal, open to read.</param>
/// <param name="header">The search.</param>
/// <param name="format">Says an architecture in the words of its space.</param>
/// <param name="all">Whether proposals, results and checkpoints are told one by one.</param>
internal sealed class FollowedLog(string workspace, SearchJournal journal, SearchHeader header, Func<Architecture, string> format, bool all)
{
    /// <summary>Lines and losses that are remembered: what means the same comes within seconds.</summary>
    private const int Remembered = 200;

    private readonly EventFollower _events = new(header);
    private readonly LogTail _tail = new(workspace);
    private IReadOnlyList<LogLine> _told = [];
    private IReadOnlyList<JournaledEvent> _lost = [];
    private SearchHeader _header = header;

    /// <summary>Whether a process has it.</summary>
    public bool Runs => ListCommand.StateOf(Current(), workspace) is "running" or "paused";

    /// <summary>The lines since it was asked last.</summary>
    /// <exception cref="InputException">The journal is damaged, or the search is not there any more.</exception>
    public IReadOnlyList<LogLine> Next()
    {
        var current = Current();
        var told = _tail.Next(current.Spec.Name).Where(line => !_lost.Any(lost => LogLines.AreSame(line, lost))).ToArray();
        var events = _events.Next(journal, current);
        var lines = LogLines.Of(events.Where(one => !_told.Any(line => LogLines.AreSame(line, one))), told, format, all);
        _told = [.. _told.Concat(told).TakeLast(Remembered)];
        _lost = [.. _lost.Concat(events.Where(one => LogLines.ReasonOf(one.Event) is not null)).TakeLast(Remembered)];
        return lines;
    }

    private SearchHeader Current() => _header = journal.List().FirstOrDefault(one => one.Identity == _header.Identity)
        ?? throw new InputException($"Search '{_header.Spec.Name}' is not in '{journal.Path}' any more.");
}
