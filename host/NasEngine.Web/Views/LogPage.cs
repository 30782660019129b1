using NasEngine.Contracts;
using NasEngine.Host.Output;
using NasEngine.Pipeline.Reading.Following;
using NasEngine.Pipeline.Workspaces;

namespace NasEngine.Web.Views;

/// <summary>The end of a search's log.</summary>
/// <param name="Lines">Lines that match, the newest first.</param>
/// <param name="Matching">How many match.</param>
/// <param name="Kinds">What kinds of lines there are, in alphabetical order.</param>
public sealed record LogPage(IReadOnlyList<LogLine> Lines, int Matching, IReadOnlyList<string> Kinds)
{
    /// <summary>The last lines that match: <c>nas logs</c> has the same ones.</summary>
    /// <param name="search">What the journal has.</param>
    /// <param name="told">What was told beside it.</param>
    /// <param name="space">Says what architectures are; null where nobody knows.</param>
    /// <param name="words">Words that a line must have; empty for all.</param>
    /// <param name="kind">The kind that a line must be of; null for any.</param>
    /// <param name="most">Lines at most.</param>
    internal static LogPage Of(
        SearchFollower search, IReadOnlyCollection<LogLine> told, ISearchSpace? space, string words, string? kind, int most)
    {
        var lines = LogLines.Of(search.Notable, told, space is null ? architecture => architecture.Key : space.Format, all: false)
            .Prepend(LogLines.Beginning(search.Header)).ToArray();
        var asked = words.Split(' ', StringSplitOptions.RemoveEmptyEntries);
        var matching = lines.Where(line => (kind is null || line.Kind == kind)
            && asked.All(word => line.Text.Contains(word, StringComparison.OrdinalIgnoreCase))).ToArray();
        return new LogPage(
            [.. matching.Reverse().Take(most)], matching.Length, [.. lines.Select(line => line.Kind).Distinct().Order(
                StringComparer.Ordinal)]);
    }
}
