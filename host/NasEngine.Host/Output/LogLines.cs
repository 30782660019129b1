using NasEngine.Contracts;
using NasEngine.Host.Display;
using NasEngine.Pipeline.Journal;
using NasEngine.Pipeline.Workspaces;
using NasEngine.Search;

namespace NasEngine.Host.Output;

/// <summary>The log of a search: what its journal has and what was told beside it, as lines in order. Pure: tested as text.</summary>
internal static class LogLines
{
    /// <summary>How far apart the journal and who told of it may be when they mean the same loss.</summary>
    private static readonly TimeSpan Near = TimeSpan.FromSeconds(10);

    /// <summary>The line that a log begins with.</summary>
    public static LogLine Beginning(SearchHeader header) =>
        new(header.Created, "begin", $"{PartsText.Of(header.Spec)}, seed {header.Spec.Seed}");

    /// <summary>The lines of some events and of what was told, in the order of their times.</summary>
    /// <param name="events">Events.</param>
    /// <param name="told">What was told; a loss that it has is not said twice.</param>
    /// <param name="format">Says an architecture in the words of its space.</param>
    /// <param name="all">Whether proposals, results and checkpoints are told one by one.</param>
    public static IReadOnlyList<LogLine> Of(
        IEnumerable<JournaledEvent> events, IReadOnlyCollection<LogLine> told, Func<Architecture, string> format, bool all) =>
    [
        .. events.Where(one => !told.Any(line => AreSame(line, one)))
            .SelectMany(one => EventText.Of(one.At, one.Event, format, all))
            .Concat(told)
            .OrderBy(line => line.At),
    ];

    /// <summary>Whether a line that was told and an event are of the same loss.</summary>
    public static bool AreSame(LogLine line, JournaledEvent happened) => ReasonOf(happened.Event) is { } reason
        && line.Text.Contains(reason, StringComparison.Ordinal) && (line.At - happened.At).Duration() < Near;

    /// <summary>Why something was lost; null where an event is no loss.</summary>
    public static string? ReasonOf(SearchEvent happened) => happened switch
    {
        AttemptFailed lost => lost.Reason,
        NodeHappened { News: CandidateLeft left } => left.Reason.TrimEnd('.'),
        _ => null,
    };
}
