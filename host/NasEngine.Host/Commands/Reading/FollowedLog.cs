using NasEngine.Contracts;
using NasEngine.Host.Output;
using NasEngine.Pipeline.Journal;
using NasEngine.Pipeline.Workspaces;

namespace NasEngine.Host.Commands.Reading;

/// <summary>The log of a search as it grows: each line once, those that come together in the order of their times.</summary>
/// <param name="workspace">The workspace.</param>
/// <param name="journal">Its journal, open to read.</param>
/// <param name="header">The search.</param>
/// <param name="format">Says an architecture in the words of its space.</param>
/// <param name="all">Whether proposals, results and checkpoints are told one by one.</param>
internal sealed class FollowedLog(string workspace, SearchJournal journal, SearchHeader header, Func<Architecture, string> format, bool all)
{
    private readonly EventFollower _events = new(journal, header);
    private readonly LogTail _told = new(workspace);
    private SearchHeader _header = header;

    /// <summary>Whether a process has it.</summary>
    public bool Runs => ListCommand.StateOf(Current(), workspace) is "running" or "paused";

    /// <summary>The lines since it was asked last.</summary>
    /// <exception cref="InputException">The journal is damaged, or the search is not there any more.</exception>
    public IReadOnlyList<LogLine> Next() => LogLines.Of(_events.Next(), _told.Next(Current().Spec.Name), format, all);

    private SearchHeader Current() => _header = journal.List().FirstOrDefault(one => one.Identity == _header.Identity)
        ?? throw new InputException($"Search '{_header.Spec.Name}' is not in '{journal.Path}' any more.");
}
