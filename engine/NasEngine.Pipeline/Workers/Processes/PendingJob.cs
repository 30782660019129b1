using NasEngine.Contracts;

namespace NasEngine.Pipeline.Workers.Processes;

/// <summary>A job that a worker process has not answered yet.</summary>
internal sealed record PendingJob(long Id, IJobProgress? Progress, DateTimeOffset Started, TaskCompletionSource<byte[]> Result);
