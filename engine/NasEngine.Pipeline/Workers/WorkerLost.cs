using NasEngine.Search;

namespace NasEngine.Pipeline.Workers;

/// <summary>A worker died, hung or spoke nonsense: what it did is lost, and may be tried again with another.</summary>
public sealed class WorkerLost(string message, Exception? inner = null) : Exception(message, inner)
{
    /// <summary>
    /// The node that is lost, or not fit for the work: then it is no fault of what the worker did. Null where the worker alone was lost.
    /// </summary>
    public NodeRef? Node { get; init; }
}
