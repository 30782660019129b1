using NasEngine.Contracts;
using NasEngine.Pipeline.Workers;
using NasEngine.Pipeline.Workers.Protocol;

namespace NasEngine.Cluster.Coordinating;

/// <summary>
/// What becomes of a search when a node fails in a way that may be its own: the node is set aside and its work goes elsewhere, unless there
/// is nobody else.
/// </summary>
internal static class UnfitNodes
{
    /// <summary>Sets the node aside, and says what the search is told.</summary>
    /// <param name="nodes">The nodes, as the search has them.</param>
    /// <param name="node">The one that failed.</param>
    /// <param name="all">All that there are.</param>
    /// <param name="failed">How it failed.</param>
    public static Exception Judge(SearchNodes nodes, NodeEntry node, IReadOnlyCollection<NodeEntry> all, JobFailed failed) =>
        failed.Kind switch
        {
            JobFailure.Input => Input(nodes, node, all, failed),
            JobFailure.Disk => Disk(nodes, node, all, failed),
            _ => Local(nodes, node, all, failed),
        };

    /// <summary>What every node says, and more than one, is the user's to mend; others may be better than the first.</summary>
    private static Exception Input(SearchNodes nodes, NodeEntry node, IReadOnlyCollection<NodeEntry> all, JobFailed failed)
    {
        nodes.SetAside(node);
        return nodes.HaveOther(all) || !nodes.SeveralCannot
            ? new WorkerLost($"{Sentence(failed)} It gets no work of this search until it joins again.") { Node = node.Ref }
            : new InputException(failed.Message);
    }

    /// <summary>What was trained is not trained anew because the only disk is full now.</summary>
    private static Exception Disk(SearchNodes nodes, NodeEntry node, IReadOnlyCollection<NodeEntry> all, JobFailed failed)
    {
        if (!nodes.HaveOther(all.Where(other => other != node)))
        {
            return new DiskRefused(failed.Message);
        }

        return Paused(nodes.SetAsideForAWhile(node), node, failed);
    }

    /// <summary>Where no node can, that counts as a failed start: there may not be many in a row.</summary>
    private static WorkerLost Local(SearchNodes nodes, NodeEntry node, IReadOnlyCollection<NodeEntry> all, JobFailed failed)
    {
        var pause = nodes.SetAsideForAWhile(node);
        return failed.Job != Configure.Job || nodes.HaveOther(all)
            ? Paused(pause, node, failed)
            : new WorkerLost(failed.Message);
    }

    private static WorkerLost Paused(int pause, NodeEntry node, JobFailed failed) =>
        new($"{Sentence(failed)} It gets no work of this search for {pause} seconds.") { Node = node.Ref };

    private static string Sentence(JobFailed failed) => $"{failed.Message.TrimEnd('.')}.";
}
