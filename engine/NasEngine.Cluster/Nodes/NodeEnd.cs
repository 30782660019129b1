using NasEngine.Contracts;

namespace NasEngine.Cluster.Nodes;

/// <summary>How a node's time with a coordinator ended.</summary>
/// <param name="WasWelcome">Whether it was one of the coordinator's.</param>
/// <param name="Problem">Why there is no sense in trying again; null where there is.</param>
internal sealed record NodeEnd(bool WasWelcome, InputException? Problem);
