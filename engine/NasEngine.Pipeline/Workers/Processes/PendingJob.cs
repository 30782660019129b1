using NasEngine.Contracts;

namespace NasEngine.Pipeline.Workers.Processes;

/// <summary>A job that a worker process has not answered yet.</summary>
internal sealed record PendingJob(IJobProgress? Progress, TaskCompletionSource<byte[]> Result)
{
    /// <summary>How long it was watched.</summary>
    public TimeSpan Watched { get; set; }
}
