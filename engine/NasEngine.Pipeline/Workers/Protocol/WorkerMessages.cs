using MessagePack;
using NasEngine.Pipeline.Records;

namespace NasEngine.Pipeline.Workers.Protocol;

/// <summary>What the coordinator says to a worker. Layouts are those of <see cref="WorkerProtocol.Version"/>.</summary>
[Union(0, typeof(Configure))]
[Union(1, typeof(Assign))]
[Union(2, typeof(SaveState))]
[Union(3, typeof(RestoreState))]
[Union(4, typeof(ProfileNetwork))]
[Union(5, typeof(ExportNetwork))]
[Union(6, typeof(Cancel))]
[Union(7, typeof(Help))]
[Union(8, typeof(Helped))]
public interface IToWorker;

/// <summary>What a worker says to the coordinator.</summary>
[Union(0, typeof(Progress))]
[Union(1, typeof(Heartbeat))]
[Union(2, typeof(Done))]
[Union(3, typeof(JobFailed))]
[Union(4, typeof(HelpWanted))]
public interface IFromWorker;

/// <summary>First message, and job 0: the search and its plugins; done with a <see cref="ReadyRecord"/>.</summary>
[MessagePackObject]
public sealed record Configure(
    [property: Key(0)] int Version,
    [property: Key(1)] SpecRecord Spec,
    [property: Key(2)] PluginRecord[] Plugins,
    [property: Key(3)] string? Networks) : IToWorker
{
    /// <summary>Its number as a job.</summary>
    public const long Job = 0;
}

/// <summary>A plugin that the worker runs: the very files that the coordinator runs, whatever became of the user's.</summary>
/// <param name="Id">The plugin's name.</param>
/// <param name="Path">The assembly in the coordinator's copy.</param>
/// <param name="Hash">SHA-256 of the copy's files, which the worker checks.</param>
[MessagePackObject]
public sealed record PluginRecord(
    [property: Key(0)] string Id,
    [property: Key(1)] string Path,
    [property: Key(2)] string Hash);

/// <summary>
/// Train and measure a candidate, or only measure the one trained last; done with a <see cref="MeasurementRecord"/>. So many helpers may do
/// parts of it.
/// </summary>
[MessagePackObject]
public sealed record Assign(
    [property: Key(0)] long Job,
    [property: Key(1)] WorkerRole Role,
    [property: Key(2)] bool IsTrained,
    [property: Key(3)] CandidateRecord Candidate,
    [property: Key(4)] int Helpers = 0) : IToWorker;

/// <summary>Do a part of another worker's job; done with what comes of it.</summary>
[MessagePackObject]
public sealed record Help([property: Key(0)] long Job, [property: Key(1)] byte[] Work) : IToWorker;

/// <summary>What a helper did; nothing where it is lost.</summary>
/// <param name="Number">That of the <see cref="HelpWanted"/>.</param>
/// <param name="Answer">What came of it.</param>
[MessagePackObject]
public sealed record Helped([property: Key(0)] long Number, [property: Key(1)] byte[]? Answer) : IToWorker;

/// <summary>Write a checkpoint; done with a <see cref="CheckpointRecord"/>.</summary>
[MessagePackObject]
public sealed record SaveState(
    [property: Key(0)] long Job,
    [property: Key(1)] long Number,
    [property: Key(2)] string Folder) : IToWorker;

/// <summary>Take the newest sound checkpoint; done with a <see cref="RestoredRecord"/>.</summary>
[MessagePackObject]
public sealed record RestoreState(
    [property: Key(0)] long Job,
    [property: Key(1)] string Folder,
    [property: Key(2)] CheckpointRecord[] Known) : IToWorker;

/// <summary>Measure a latency; done with a <see cref="LatencyRecord"/>.</summary>
[MessagePackObject]
public sealed record ProfileNetwork([property: Key(0)] long Job, [property: Key(1)] int[] Architecture) : IToWorker;

/// <summary>Write the network evaluated last.</summary>
[MessagePackObject]
public sealed record ExportNetwork(
    [property: Key(0)] long Job,
    [property: Key(1)] WorkerRole Role,
    [property: Key(2)] CandidateRecord Candidate,
    [property: Key(3)] string Folder) : IToWorker;

/// <summary>Give up a job as soon as possible; it answers all the same.</summary>
[MessagePackObject]
public sealed record Cancel([property: Key(0)] long Job) : IToWorker;

/// <summary>The worker is configured.</summary>
[MessagePackObject]
public sealed record ReadyRecord(
    [property: Key(0)] int Pid,
    [property: Key(1)] string Device,
    [property: Key(2)] int Threads,
    [property: Key(3)] bool Stateful,
    [property: Key(4)] string? DataHash,
    [property: Key(5)] string[]? Remarks = null,
    [property: Key(6)] int? Classes = null,
    [property: Key(7)] bool PlansByBudget = false,
    [property: Key(8)] Dictionary<string, string>? Files = null,
    [property: Key(9)] string[]? Metrics = null);

/// <summary>How far a job is.</summary>
[MessagePackObject]
public sealed record Progress(
    [property: Key(0)] long Job,
    [property: Key(1)] string Stage,
    [property: Key(2)] long DoneParts,
    [property: Key(3)] long Total) : IFromWorker;

/// <summary>The worker lives; sent every second.</summary>
[MessagePackObject]
public sealed record Heartbeat([property: Key(0)] long Count) : IFromWorker;

/// <summary>A job is done; what the result is depends on the job.</summary>
[MessagePackObject]
public sealed record Done([property: Key(0)] long Job, [property: Key(1)] byte[] Result) : IFromWorker;

/// <summary>A job failed.</summary>
[MessagePackObject]
public sealed record JobFailed(
    [property: Key(0)] long Job,
    [property: Key(1)] JobFailure Kind,
    [property: Key(2)] string Message) : IFromWorker;

/// <summary>A part of a job that a helper is to do, answered by <see cref="Helped"/>.</summary>
/// <param name="Number">Tells it from others of this worker.</param>
/// <param name="Helper">Which of the helpers that the job was given, from 0.</param>
/// <param name="Work">What it is to do.</param>
[MessagePackObject]
public sealed record HelpWanted(
    [property: Key(0)] long Number,
    [property: Key(1)] int Helper,
    [property: Key(2)] byte[] Work) : IFromWorker;

/// <summary>How a job failed.</summary>
public enum JobFailure
{
    /// <summary>In a way that nobody foresaw: the worker is not to be trusted any more.</summary>
    Fault,

    /// <summary>What the user gave cannot work.</summary>
    Input,

    /// <summary>It was given up on request.</summary>
    Cancelled,

    /// <summary>The disk has no room now.</summary>
    Disk,

    /// <summary>In a way that is of the machine that it was on, and of no other.</summary>
    Node,
}

/// <summary>Which checkpoint was taken.</summary>
[MessagePackObject]
public sealed record RestoredRecord([property: Key(0)] long Number, [property: Key(1)] string[] Damaged);
