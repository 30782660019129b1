using NasEngine.Cluster.Messages;
using NasEngine.Pipeline.Workers.Protocol;

namespace NasEngine.Cluster;

/// <summary>What must be the same on both sides.</summary>
/// <param name="Engine">Version of the program.</param>
/// <param name="Contracts">Version of the plugins' contract.</param>
public sealed record ClusterVersions(string Engine, string Contracts)
{
    /// <summary>What this machine computes on, for people; the one thing that may differ. Last digits depend on it.</summary>
    public string Hardware { get; init; } = "";

    /// <summary>Why a node cannot be of use, naming both versions; null when it can.</summary>
    internal string? Refusal(Hello node) =>
        node.Engine != Engine ? Differs(node, "is", node.Engine, Engine)
        : node.Contracts != Contracts ? Differs(node, "has the contract of plugins", node.Contracts, Contracts)
        : node.Protocol != WorkerProtocol.Version ? Differs(node, "speaks protocol", $"{node.Protocol}", $"{WorkerProtocol.Version}")
        : null;

    private static string Differs(Hello node, string what, string its, string ours) =>
        $"Node '{node.Name}' {what} {its}, and the coordinator {ours}; install the same version of NasEngine on both.";
}
