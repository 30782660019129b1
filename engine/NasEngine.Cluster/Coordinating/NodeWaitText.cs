using NasEngine.Contracts;

namespace NasEngine.Cluster.Coordinating;

/// <summary>That work waits for a node, in words. Pure.</summary>
internal static class NodeWaitText
{
    /// <summary>A sentence.</summary>
    /// <param name="work">The work, in the plural.</param>
    /// <param name="wanted">Tags that its node must have.</param>
    /// <param name="joined">Tags of the nodes that have joined.</param>
    /// <param name="someAreFor">Whether one of them would be one for it, and is set aside.</param>
    public static string Of(string work, MachineTags wanted, IReadOnlyCollection<MachineTags> joined, bool someAreFor) =>
        $"Waiting: {work} need {(someAreFor ? "another node" : "a node")}{Tags(" with the tag", wanted.All)}, and "
        + (joined.Count == 0 ? "none has joined."
            : someAreFor ? "those that have joined cannot do them."
            : wanted.IsNone ? "those that have joined are kept for other work."
            : $"those that have joined have{Tagged([.. joined.SelectMany(tags => tags.All).Distinct().Order(StringComparer.Ordinal)])}.");

    private static string Tagged(string[] tags) => tags.Length == 0 ? " no tags" : Tags("", tags);

    private static string Tags(string before, IReadOnlyList<string> tags) => tags.Count == 0 ? "" : string.Concat(
        before,
        before.Length > 0 && tags.Count > 1 ? "s " : " ",
        string.Join(" and ", tags.Select(tag => $"'{tag}'")));
}
